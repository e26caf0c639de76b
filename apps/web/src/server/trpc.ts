import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import type { Context } from "./context";
import { Conflict, Forbidden, NotFound, Refused } from "./errors";
import type { Permission } from "./permissions";

const trpc = initTRPC
  .context<Context>()
  .meta<{ permission: Permission }>()
  .create({
    transformer: superjson,
    // Shorter than what proxies allow a silent line, and than what the browser takes for a dead one.
    sse: { ping: { enabled: true, intervalMs: 3_000 }, client: { reconnectAfterInactivityMs: 10_000 } },
    errorFormatter({ shape, error }) {
      const { code, httpStatus, path } = shape.data;
      const stranger = error.code === "INTERNAL_SERVER_ERROR";
      return {
        code: shape.code,
        message: stranger ? "Something broke on our side. It has been written to the log." : sentence(error),
        data: {
          code,
          httpStatus,
          path,
          fields: error.cause instanceof ZodError ? fieldFaults(error.cause) : undefined,
        },
      };
    },
  });

export const router = trpc.router;
export const createCaller = trpc.createCallerFactory;

/** The only way to make a procedure: by saying what a person or a key must be allowed to do to call it. */
export const procedure = (permission: Permission) =>
  trpc.procedure.meta({ permission }).use(async ({ ctx, type, next }) => {
    const { person } = ctx;
    if (!person) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
    if (!person.permissions.has(permission)) {
      throw new TRPCError({ code: "FORBIDDEN", message: new Forbidden(permission).message });
    }
    // A key is sent on purpose; a cookie goes along with whatever another site makes a browser send.
    if (type === "mutation" && person.is === "person" && !ctx.sameOrigin) {
      throw new TRPCError({ code: "FORBIDDEN", message: "Changes are taken only from the console's own pages." });
    }
    const result = await next({ ctx: { ...ctx, person } });
    if (result.ok) return result;
    throw known(result.error);
  });

/** Our own refusals as the codes of the border; whatever else broke keeps its cause for the log only. */
function known(error: TRPCError): TRPCError {
  const { cause } = error;
  if (cause instanceof NotFound) return new TRPCError({ code: "NOT_FOUND", message: cause.message, cause });
  if (cause instanceof Forbidden) return new TRPCError({ code: "FORBIDDEN", message: cause.message, cause });
  if (cause instanceof Conflict) return new TRPCError({ code: "CONFLICT", message: cause.message, cause });
  if (cause instanceof Refused) return new TRPCError({ code: "PRECONDITION_FAILED", message: cause.message, cause });
  return error;
}

const sentence = (error: TRPCError) =>
  error.cause instanceof ZodError ? (error.cause.issues[0]?.message ?? error.message) : error.message;

/** The first fault of each field, for the form that sent it. */
const fieldFaults = (error: ZodError) =>
  Object.fromEntries(error.issues.toReversed().map(({ path, message }) => [path.join("."), message]));
