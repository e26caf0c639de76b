import type { PrismaClient } from "@chargehand/db/generated/client";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware, isAPIError } from "better-auth/api";
import type { Human } from "../context";
import { permissionsOf, roleOf } from "../permissions";
import { type OriginRules, ownOrigins } from "../same-origin";
import { signInAttempts } from "./attempts";

/** Who may sign in, and for how long. People are made by other people, never by themselves. */
export function makeAuth({ prisma, secret, rules }: { prisma: PrismaClient; secret: string; rules: OriginRules }) {
  const attempts = signInAttempts(Date.now);
  const day = 24 * 60 * 60;

  return betterAuth({
    appName: "Chargehand",
    secret,
    baseURL: rules.publicUrl,
    basePath: "/api/auth",
    database: prismaAdapter(prisma, { provider: "postgresql" }),
    telemetry: { enabled: false },
    logger: { level: "error" },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    user: {
      additionalFields: {
        role: { type: "string", required: false, input: false },
        banned: { type: "boolean", required: false, input: false },
      },
    },
    session: { modelName: "signIn", expiresIn: 7 * day, updateAge: day },
    disabledPaths: ["/sign-up/email", "/update-user", "/change-email", "/delete-user"],
    trustedOrigins: (request) => (request ? ownOrigins(request.headers, rules) : []),
    advanced: {
      cookiePrefix: "chargehand",
      disableOriginCheck: false,
      // Decided by the address people open, not by the build: on a LAN without TLS a secure cookie would never come back.
      useSecureCookies: rules.publicUrl?.startsWith("https:") ?? false,
      trustedProxyHeaders: rules.trustProxy,
      // Without a proxy of ours in front, a forwarded address is only what the caller wrote: all callers share one limit then.
      ipAddress: { ipAddressHeaders: rules.trustProxy ? ["x-forwarded-for"] : ["x-no-trusted-address"] },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      customRules: { "/sign-in/email": { window: 60, max: rules.trustProxy ? 20 : 60 } },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        const email = attemptedEmail(context);
        const wait = email === undefined ? 0 : attempts.wait(email);
        if (wait > 0) {
          throw new APIError("TOO_MANY_REQUESTS", {
            code: "TOO_MANY_ATTEMPTS",
            message: `Too many failed attempts for this account. Try again in ${Math.ceil(wait / 60_000)} minutes.`,
          });
        }
      }),
      after: createAuthMiddleware(async (context) => {
        const email = attemptedEmail(context);
        if (email === undefined) return;
        if (isAPIError(context.context.returned)) attempts.failed(email);
        else attempts.succeeded(email);
      }),
    },
  });
}

export type Auth = ReturnType<typeof makeAuth>;

/** The signed-in person behind a request, or undefined. */
export async function personOf(auth: Auth, headers: Headers): Promise<Human | undefined> {
  const signIn = await auth.api.getSession({ headers });
  if (!signIn || signIn.user.banned) return undefined;
  const { id, name, email } = signIn.user;
  const role = roleOf(signIn.user.role);
  return { is: "person", id, name, email, role, permissions: permissionsOf(role) };
}

function attemptedEmail({ path, body }: { path?: string; body?: unknown }): string | undefined {
  if (path !== "/sign-in/email" || typeof body !== "object" || body === null || !("email" in body)) return undefined;
  return typeof body.email === "string" ? body.email : undefined;
}
