import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { Conflict, Forbidden, NotFound, Offline, Refused, Unsayable } from "../errors";
import { CursorRefused } from "../events/event-cursor";
import { UnknownStation } from "../stations/id-of";
import { type RequestFault, Trouble } from "./problems";

/** What procedures and functions throw, as the problem it is for a program; undefined for what broke on our side. */
export function troubleOf(error: unknown, where: RequestFault["in"]): Trouble | undefined {
  if (error instanceof Trouble) return error;
  if (error instanceof TRPCError) return error.cause ? troubleOf(error.cause, where) : undefined;
  if (error instanceof ZodError) return Trouble.invalid(where, error.issues);
  if (error instanceof UnknownStation) return new Trouble("unknown-station", error.message);
  if (error instanceof CursorRefused) return ofCursor(error);
  if (error instanceof NotFound) return new Trouble("not-found", error.message);
  if (error instanceof Forbidden) return new Trouble("missing-permission", error.message);
  if (error instanceof Conflict) return new Trouble("conflict", error.message);
  if (error instanceof Offline) return new Trouble("offline", error.message);
  if (error instanceof Unsayable) return unsayable(error);
  if (error instanceof Refused) return new Trouble("refused", error.message);
  // A value that fits its form and no column: a number of a cursor that somebody made up, a year before there were any.
  if (isDataException(error)) return new Trouble("invalid-request", "One of the values is out of every range.");
  return undefined;
}

function ofCursor({ reason, message }: CursorRefused): Trouble {
  if (reason === "gone") return new Trouble("cursor-gone", message);
  return new Trouble("invalid-request", message, { errors: [{ in: "query", path: "$.after", message }] });
}

function unsayable({ message, path }: Unsayable): Trouble {
  if (path === undefined) return new Trouble("unsupported-by-version", message);
  return new Trouble("invalid-payload", message, { errors: [{ in: "body", path, message }] });
}

// PostgreSQL's class 22.
const isDataException = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" && /^22...$/.test(error.code);
