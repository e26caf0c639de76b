import { addresses } from "../addresses";
import type { SignInFault } from "./sign-in-page";

/** Signs a person in; undefined when they are in. */
export async function signIn(credentials: { email: string; password: string }): Promise<SignInFault | undefined> {
  const answer = await post("/api/auth/sign-in/email", credentials);
  if (!answer || answer.status >= 500) return "unreachable";
  if (answer.ok) return undefined;
  return answer.status === 429 ? "too-many" : "wrong";
}

/** Signs the person out; they are shown the door even if the server could not be told, for it asks again there. */
export async function signOut(): Promise<void> {
  await post("/api/auth/sign-out", {});
  location.replace(addresses.signIn);
}

async function post(path: string, body: object): Promise<Response | undefined> {
  const headers = { "content-type": "application/json" };
  try {
    return await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  } catch {
    // No answer at all: the network or the server is away.
    return undefined;
  }
}
