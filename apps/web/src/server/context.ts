import type { Bus } from "@chargehand/bus/bus";
import type { PrismaClient } from "@chargehand/db/generated/client";
import type { Pool } from "pg";
import type { SimulatorDoor } from "./demo/simulator";
import type { FirmwareRoom } from "./firmware/room";
import type { LiveHub } from "./live/hub";
import type { Permission, Role } from "./permissions";

/** Who asks: somebody who signed in, or a program with a key. */
export type Person = Human | KeyHolder;

interface Asking {
  /** What commands and the audit trail keep of who it was; a key's is `key:<number>`. */
  id: string;
  name: string;
  permissions: ReadonlySet<Permission>;
}

export interface Human extends Asking {
  is: "person";
  email: string;
  role: Role;
}

export interface KeyHolder extends Asking {
  is: "key";
  key: number;
  /** The person whose key it is; the key of the environment is nobody's. */
  owner: string | undefined;
}

/** The console itself, where a rule that somebody made acts. */
export interface House extends Asking {
  is: "system";
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
  /** Goes into the hash of every secret: those of stations and those of programs. */
  secretPepper: string;
  /** Hosts to which webhooks may go although they are inside, or without TLS. */
  webhookHosts: readonly string[];
  /** Whether this installation can send e-mail. */
  sendsMail: boolean;
  firmware: FirmwareRoom;
  /** The address stations dial, without the identity. */
  gatewayUrl: string;
  /** Only where one runs beside this console. */
  simulator?: SimulatorDoor;
  /** Whether the request was made by our own page; a person's changes are refused otherwise. */
  sameOrigin: boolean;
  /** Asks again whether the sign-in, or the key, still stands: a stream outlives many of them. */
  stillSignedIn: () => Promise<boolean>;
}

/** A context whose person is known. */
export type SignedIn = Context & { person: Person };

/** By which way somebody came, as commands and the audit trail keep it. */
export const originOf = ({ is }: Pick<Person | House, "is">) => origins[is];

const origins = { key: "api", person: "operator", system: "system" } as const;
