import type { Bus } from "@chargehand/bus/bus";
import type { PrismaClient } from "@chargehand/db/generated/client";
import type { Pool } from "pg";
import type { LiveHub } from "./live/hub";
import type { Role } from "./permissions";

/** Who asks. */
export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** What every procedure is handed. Time comes from `clock`, so that tests can stop it. */
export interface Context {
  person: Person | undefined;
  clock: () => Date;
  /** What operators do goes through Prisma; reads that join and count go through plain SQL. */
  prisma: PrismaClient;
  pool: Pool;
  /** Rings after a commit; a lost ring costs the one-second poll, never a fact. */
  bus: Pick<Bus, "publish">;
  live: LiveHub;
  /** Signs and checks stations' secrets. */
  secretPepper: string;
  /** The address stations dial, without the identity. */
  gatewayUrl: string;
  /** Whether the request was made by our own page; changes are refused otherwise. */
  sameOrigin: boolean;
  /** Asks again whether the sign-in still stands: a stream outlives many of them. */
  stillSignedIn: () => Promise<boolean>;
}

/** A context whose person is known. */
export type SignedIn = Context & { person: Person };
