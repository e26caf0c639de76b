import { randomUUID } from "node:crypto";
import type { APIRequest, APIRequestContext } from "@playwright/test";
import pg from "pg";
import { stack } from "./stack";

/** Somebody who may only look. The console makes no people yet, so the stories put some beside the first operator. */
export const viewer = { email: "viewer@chargehand.test", password: stack.admin.password };
/** Whoever has the next shift. */
const second = { email: "second@chargehand.test", password: stack.admin.password };

type SignedIn = Awaited<ReturnType<APIRequestContext["storageState"]>>;

export interface People {
  operator: SignedIn;
  viewer: SignedIn;
  secondOperator: SignedIn;
}

/** Signs all of them in, once per worker: the door counts sign-ins, and stories are not about it. */
export async function signInPeople(request: APIRequest): Promise<People> {
  await make("viewer", viewer.email, "viewer");
  await make("second", second.email, "operator");
  return {
    operator: await signIn(request, stack.admin),
    viewer: await signIn(request, viewer),
    secondOperator: await signIn(request, second),
  };
}

async function signIn(request: APIRequest, { email, password }: typeof viewer): Promise<SignedIn> {
  const context = await request.newContext({ baseURL: stack.console, extraHTTPHeaders: { origin: stack.console } });
  const answer = await context.post("/api/auth/sign-in/email", { data: { email, password } });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
  const state = await context.storageState();
  await context.dispose();
  // They have been here before: a first visit is drawn twice, and the stories about signing in have that.
  const timeZone = { name: "timeZone", value: encodeURIComponent("Europe/Amsterdam"), domain: "localhost", path: "/" };
  return {
    ...state,
    cookies: [...state.cookies, { ...timeZone, expires: -1, httpOnly: false, secure: false, sameSite: "Lax" }],
  };
}

async function make(name: string, email: string, role: "viewer" | "operator"): Promise<void> {
  const client = new pg.Client({ connectionString: stack.databaseUrl() });
  await client.connect();
  await client.query(
    `WITH made AS (
       INSERT INTO "user" (id, name, email, role, email_verified) VALUES ($1, $5, $2, $6, true)
       ON CONFLICT (email) DO NOTHING RETURNING id
     )
     INSERT INTO account (id, user_id, account_id, provider_id, password)
     SELECT $3, made.id, made.id, 'credential', a.password
     FROM made, account a JOIN "user" u ON u.id = a.user_id AND u.email = $4`,
    [randomUUID(), email, randomUUID(), stack.admin.email, name, role],
  );
  await client.end();
}
