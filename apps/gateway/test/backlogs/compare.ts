import type { LedgerTransaction } from "@chargehand/simulator/ledger";

/** A session as it was kept, in a form that both the memory and the database can give. */
export interface Kept {
  wireId: string;
  status: "open" | "ended";
  provisional: boolean;
  startedAt?: Date;
  endedAt?: Date;
  token?: string;
  stopReason?: string;
  energyWh?: number;
  attention: readonly string[];
}

/** What is wrong with a session that nobody is told to look at; nothing, where it agrees with the station's ledger. */
export function silentlyWrong(kept: Kept, truth: LedgerTransaction): string[] {
  if (kept.attention.length > 0 || kept.provisional) return [];
  const wrong: string[] = [];
  const compare = (what: string, is: unknown, shouldBe: unknown) => {
    if (is !== shouldBe) wrong.push(`${what} is ${String(is)}, not ${String(shouldBe)}`);
  };
  compare("start", kept.startedAt?.toISOString(), truth.startedAt);
  compare("token", kept.token, truth.token);
  if (kept.status === "open") return wrong;
  compare("end", kept.endedAt?.toISOString(), truth.endedAt);
  // Where no register was ever said there is none to agree with, and none is shown.
  if (kept.energyWh !== undefined) {
    const difference = kept.energyWh - ((truth.meterStopWh ?? 0) - truth.meterStartWh);
    if (Math.abs(difference) > secondsWh) wrong.push(`energy is ${difference} Wh off`);
  }
  compare("reason", kept.stopReason?.toLowerCase(), reasons[truth.reason ?? ""] ?? truth.reason);
  return wrong;
}

/** What flows in the seconds by which a reading may miss the start or the end. */
const secondsWh = 16;

const reasons: Readonly<Record<string, string>> = { departed: "evdisconnected" };
