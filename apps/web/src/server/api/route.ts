import { z } from "zod";
import { callerOf } from "../app-router";
import type { SignedIn } from "../context";
import type { Permission } from "../permissions";
import { type ProblemName, Trouble } from "./problems";

export const methods = ["GET", "POST", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

/** One answer that a route can give. Without a schema it has no body; with a type of its own it is handed on as it is. */
export interface AnswerSpec {
  about: string;
  schema?: z.ZodType;
  /** When it is not JSON: what it is. The handler then returns a whole `Response`. */
  type?: string;
  /** What else it can be, when whoever asks accepts that: a stream beside a page. */
  alsoType?: string;
}

/** What a request brought, before anything of it is believed. */
export interface RawRequest {
  params: Record<string, string>;
  query: Record<string, string | string[]>;
  /** Undefined when there was none. */
  body: unknown;
  context: SignedIn;
  headers: Headers;
  /** Aborts when whoever asked has left. */
  signal: AbortSignal;
}

/** What a handler works with: everything parsed, and the console's own procedures, called as whoever asks. */
export interface Asked<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  context: SignedIn;
  headers: Headers;
  procedures: ReturnType<typeof callerOf>;
  signal: AbortSignal;
}

/** What stands of a route in the table, for the router, the checks and the document alike. */
export interface RouteFacts {
  method: Method;
  /** Below /api/v1, like `/stations/{id}`. */
  path: `/${string}`;
  /** The noun it belongs to. */
  tag: string;
  /** Names it in clients made from the document. */
  operation: string;
  summary: string;
  /** What else a reader must know. */
  about?: string;
  /** What the key must be allowed; the procedures behind it ask the same. */
  permissions: readonly [Permission, ...Permission[]];
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  answers: Readonly<Record<number, AnswerSpec>>;
  /** What can go wrong besides what can go wrong everywhere. */
  problems?: readonly ProblemName[];
}

export interface Route extends RouteFacts {
  /** Parses what was asked and does it; throws `Trouble`, or what the procedures throw. */
  answer(raw: RawRequest): Promise<Answer | Response>;
}

export interface Answer {
  status: number;
  body?: unknown;
}

/** An entry of the table: what is said of a route, and the few lines that answer it. */
export function route<
  const Answers extends Readonly<Record<number, AnswerSpec>>,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>({
  handle,
  ...facts
}: Omit<RouteFacts, "params" | "query" | "body" | "answers"> & {
  params?: Params;
  query?: Query;
  body?: Body;
  answers: Answers;
  handle(
    asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>,
  ): Promise<AnswersOf<Answers> | Response> | AnswersOf<Answers>;
}): Route {
  return {
    ...facts,
    async answer({ params, query, body, context, headers, signal }) {
      return handle({
        params: parsed("path", facts.params ?? nothing, params) as z.output<Params>,
        query: parsed("query", facts.query ?? nothing, query) as z.output<Query>,
        body: (facts.body ? parsed("body", facts.body, body) : undefined) as z.output<Body>,
        context,
        headers,
        procedures: callerOf(context, { signal }),
        signal,
      });
    },
  };
}

/** One of the promised answers. */
export function answered<Status extends number>(status: Status): { status: Status };
export function answered<Status extends number, Body>(status: Status, body: Body): { status: Status; body: Body };
export function answered(status: number, body?: unknown) {
  return { status, body };
}

type Nothing = z.ZodObject<Record<never, never>, z.core.$strict>;

/** Exactly one of the answers that the table promises. */
type AnswersOf<Answers> = {
  [Status in keyof Answers & number]: Answers[Status] extends { schema: infer Schema extends z.ZodType }
    ? { status: Status; body: z.input<Schema> }
    : { status: Status };
}[keyof Answers & number];

const nothing = z.strictObject({});

function parsed(where: "path" | "query" | "body", schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw Trouble.invalid(where, result.error.issues);
}
