import type { ConnectorStatus, OcppVersion, Registration } from "@chargehand/domain/vocabulary";
import type { RefusalRow } from "../refusals/refusals-table";

/** What is known of a station on its way into service. */
export interface CommissioningFacts {
  id: number;
  identity: string;
  address: string;
  addedAt: Date;
  connected: boolean;
  passwordless: boolean;
  version: OcppVersion | null;
  /** The last connection that was taken. */
  connection: { openedAt: Date; remoteAddress: string; authenticated: string } | null;
  /** Tries under its name that were not taken, the latest first. */
  refusals: readonly RefusalRow[];
  /** Tries of somebody we cannot name, since it was added: it may have been this one. */
  strangers: readonly RefusalRow[];
  registration: Registration;
  bootedAt: Date | null;
  vendor: string | null;
  model: string | null;
  /** Milliseconds its clock is ahead of ours. */
  clockSkewMs: number | null;
  connectors: readonly { evse: number; connector: number; status: ConnectorStatus; errorCode: string | null }[];
  firstStatusAt: Date | null;
  /** The latest session since it was added. */
  session: { id: number; startedAt: Date; open: boolean; energyWh: number | null; powerW: number | null } | null;
}

/** What has to be true before a station is in service, in the order in which it comes true. */
const steps = ["seen", "known", "version", "booted", "clock", "connectors", "status", "charge"] as const;
export type Step = (typeof steps)[number];

/** How a step stands. `next`: it is its turn. `wrong`: something has to be changed before it comes true. */
export type Standing = "done" | "next" | "waiting" | "wrong";

/** Turns what is known into a list that a technician can stand in front of. */
export function checklistOf(facts: CommissioningFacts): { step: Step; standing: Standing }[] {
  const plain = steps.map((step) => ({ step, standing: standings[step](facts) }));
  const first = plain.find(({ standing }) => standing === "waiting")?.step;
  const isStuck = plain.some(({ standing }) => standing === "wrong");
  return plain.map(({ step, standing }) => ({ step, standing: step === first && !isStuck ? "next" : standing }));
}

/** The try that keeps a station out now, if one does: a later connection has overtaken the ones before it. */
export function standingRefusal({ connection, refusals }: Pick<CommissioningFacts, "connection" | "refusals">) {
  const [latest] = refusals;
  return latest && (!connection || latest.at > connection.openedAt) ? latest : undefined;
}

/** A clock that is further off than this makes times in sessions and tariffs wrong. */
export const clockToleranceMs = 60_000;

type Plain = Exclude<Standing, "next">;

const standings: Record<Step, (facts: CommissioningFacts) => Plain> = {
  seen: ({ connection, refusals }) => (connection || refusals.length > 0 ? "done" : "waiting"),
  known(facts) {
    const refused = standingRefusal(facts);
    // Whoever got as far as the version had the password right.
    if (refused) return isAboutVersion(refused) ? "done" : "wrong";
    return facts.connection && (facts.passwordless || facts.connection.authenticated !== "none") ? "done" : "waiting";
  },
  version(facts) {
    const refused = standingRefusal(facts);
    if (refused) return isAboutVersion(refused) ? "wrong" : "waiting";
    return facts.connection && facts.version ? "done" : "waiting";
  },
  booted({ registration }) {
    if (registration === "rejected") return "wrong";
    return registration === "accepted" ? "done" : "waiting";
  },
  clock({ clockSkewMs }) {
    if (clockSkewMs === null) return "waiting";
    return Math.abs(clockSkewMs) <= clockToleranceMs ? "done" : "wrong";
  },
  connectors: ({ connectors }) => (connectors.length > 0 ? "done" : "waiting"),
  status({ connectors, firstStatusAt }) {
    if (!firstStatusAt) return "waiting";
    return connectors.some(({ status }) => status === "faulted") ? "wrong" : "done";
  },
  charge: ({ session }) => (session && ((session.energyWh ?? 0) > 0 || (session.powerW ?? 0) > 0) ? "done" : "waiting"),
};

const isAboutVersion = ({ reason }: RefusalRow) => reason === "subprotocol" || reason === "no-subprotocol";
