import type { z } from "zod";

/** Everything that can go wrong, once: its status, and what to do about it. The names are promises to other programs. */
export const problems = {
  "not-json": { status: 400, title: "The body is not JSON." },
  "no-key": { status: 401, title: "No key came with the request: send `Authorization: Bearer <api key>`." },
  "unknown-key": { status: 401, title: "This key is none of ours." },
  "expired-key": { status: 401, title: "This key's time is over." },
  "revoked-key": { status: 401, title: "This key was revoked." },
  "missing-permission": { status: 403, title: "The key may not do this." },
  "not-found": { status: 404, title: "What the request names is not there." },
  "unknown-station": { status: 404, title: "There is no station of this name." },
  "unknown-path": { status: 404, title: "There is nothing at this address." },
  "wrong-method": { status: 405, title: "This address takes other methods; `Allow` names them." },
  conflict: { status: 409, title: "The request contradicts what is already so." },
  offline: { status: 409, title: "The station is not connected." },
  refused: { status: 409, title: "It cannot be done now, or not in this way." },
  "request-in-progress": {
    status: 409,
    title: "A request with this idempotency key is still being worked on, or was cut off in the middle.",
  },
  "cursor-gone": { status: 410, title: "The events after this cursor are not here any more." },
  "body-too-large": { status: 413, title: "The body is larger than 1 MiB." },
  "invalid-request": { status: 422, title: "The request does not fit; `errors` says where." },
  "invalid-payload": { status: 422, title: "The payload breaks the schema of the station's version." },
  "unsupported-by-version": { status: 422, title: "The station's version of OCPP has no words for this." },
  "idempotency-key-reused": { status: 422, title: "This idempotency key was used for another request." },
  "rate-limited": { status: 429, title: "Too many requests; `Retry-After` says when to try again." },
  "internal-error": { status: 500, title: "Something broke on our side. It has been written to the log." },
  "no-answer": { status: 504, title: "The station did not answer." },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemName = keyof typeof problems;

/** Where a request does not fit. */
export interface RequestFault {
  in: "path" | "query" | "header" | "body";
  /** `$.writes[0].value`; `$` is the whole. */
  path: string;
  message: string;
}

/** What a problem's body holds besides its type, title, status and detail. */
export interface ProblemExtras {
  errors?: RequestFault[];
  /** The command that was made before it went wrong. */
  commandId?: number;
}

/** A request that gets one of the problems. */
export class Trouble extends Error {
  override name = "Trouble";
  readonly problem: ProblemName;
  readonly extras: ProblemExtras;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: ProblemName, detail: string, { headers = {}, ...extras }: TroubleOptions = {}) {
    super(detail);
    this.problem = problem;
    this.extras = extras;
    this.headers = headers;
  }

  /** A part of the request that its schema does not take. */
  static invalid(where: RequestFault["in"], issues: readonly z.core.$ZodIssue[]): Trouble {
    const errors = issues.map(({ path, message }) => ({ in: where, path: jsonPath(path), message }));
    return new Trouble("invalid-request", errors[0]?.message ?? problems["invalid-request"].title, { errors });
  }
}

type TroubleOptions = ProblemExtras & { headers?: Readonly<Record<string, string>> };

export const problemType = (name: ProblemName) => `urn:chargehand:problem:${name}`;

/** A problem as it goes out (RFC 9457). */
export function problemResponse({ problem, message, extras, headers }: Trouble): Response {
  const { status, title } = problems[problem];
  const body = { type: problemType(problem), title, status, detail: message, ...extras };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "content-type": "application/problem+json" },
  });
}

const jsonPath = (path: readonly PropertyKey[]) =>
  `$${path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("")}`;
