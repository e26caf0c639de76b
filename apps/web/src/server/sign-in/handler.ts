import { isSameOrigin, type OriginRules } from "../same-origin";
import type { Auth } from "./auth";

/** Answers everything about signing in. What changes something must come from our own pages, cookie or not. */
export const signInHandler =
  (auth: Pick<Auth, "handler">, rules: OriginRules) =>
  (request: Request): Promise<Response> | Response => {
    if (request.method !== "GET" && !isSameOrigin(request.headers, rules)) {
      return Response.json({ message: "Sign in on the console's own page." }, { status: 403 });
    }
    return auth.handler(request);
  };
