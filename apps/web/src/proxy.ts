import { type NextRequest, NextResponse } from "next/server";
import { isDevelopment } from "@/env";
import { contentSecurityPolicy } from "@/security-policy";

/** Gives every page a nonce and the policy that allows nothing but it. */
export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy({ nonce, development: isDevelopment });

  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  // A page that sends somebody to sign in says where they wanted to go.
  headers.set("x-wanted", `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: ["/((?!api/|_next/static|_next/image|healthz|readyz|metrics|icon.svg).*)"],
};
