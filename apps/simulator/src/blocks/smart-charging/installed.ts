import type { Transaction } from "../../charger/transaction";
import { highestStackLevel, type Installed, mostPeriods, mostProfiles, type Profile } from "./profile";

/** Why a profile cannot be taken, in the reason codes of 2.x. */
export type Refusal =
  | "DuplicateProfile"
  | "InvalidSchedule"
  | "InvalidStackLevel"
  | "InvalidValue"
  | "OutOfMemory"
  | "TxNotFound"
  | "UnknownEvse";

export type Candidate = {
  profile: Profile;
  evse: number;
  /** The transaction it says it is for, by its id on the wire. */
  wireTransaction: string | undefined;
};

type Surroundings = {
  installed: Installed[];
  /** Whether there is such an EVSE; 0 is always there. */
  exists(evse: number): boolean;
  running(evse: number): Transaction | undefined;
  /** 1.6 lets a transaction's profile go without naming it, and an EVSE's default hides that of the station. */
  lenient: boolean;
};

/** Whether a profile fits in here, and as what. */
export function admit(candidate: Candidate, surroundings: Surroundings): Installed | Refusal {
  const { evse, profile, wireTransaction } = candidate;
  const { exists, installed, lenient, running } = surroundings;
  const { purpose } = profile;
  if (!exists(evse)) return "UnknownEvse";
  if (profile.stackLevel < 0 || profile.stackLevel > highestStackLevel) return "InvalidStackLevel";
  const schedule = faultOf(profile, lenient);
  if (schedule) return schedule;
  if ((purpose === "station-max" || purpose === "local-generation") && evse !== 0) return "InvalidValue";

  const transaction = purpose === "transaction" ? running(evse) : undefined;
  if (purpose === "transaction") {
    const named = wireTransaction === undefined ? lenient : isSame(transaction?.wireId, wireTransaction);
    if (evse === 0 || !transaction || !named) return "TxNotFound";
  }
  const clashes = ({ evse: other, id, purpose: same, stackLevel }: Installed): boolean =>
    id !== profile.id && same === "default" && stackLevel === profile.stackLevel && (other === 0) !== (evse === 0);
  if (!lenient && purpose === "default" && installed.some(clashes)) return "DuplicateProfile";
  if (installed.length >= mostProfiles) return "OutOfMemory";
  return { ...profile, evse, transaction: transaction?.number };
}

/** Whether a profile takes the place of another. */
export function replaces(one: Installed, other: Installed): boolean {
  if (one.id === other.id) return true;
  return (
    one.purpose === other.purpose &&
    one.stackLevel === other.stackLevel &&
    one.evse === other.evse &&
    one.transaction === other.transaction
  );
}

function faultOf(profile: Profile, lenient: boolean): Refusal | undefined {
  const { everyMs, kind, periods, purpose, startsAt } = profile;
  const [first] = periods;
  const ascending = periods.every(({ start }, index) => index === 0 || start > (periods[index - 1]?.start ?? 0));
  if (first?.start !== 0 || !ascending || periods.length > mostPeriods) return "InvalidSchedule";
  if (kind === "recurring" && (everyMs === undefined || startsAt === undefined)) return "InvalidSchedule";
  if (kind === "relative" && (purpose === "station-max" || startsAt !== undefined)) return "InvalidSchedule";
  if (kind === "absolute" && startsAt === undefined && !lenient) return "InvalidSchedule";
  if (kind === "dynamic" && periods.length > 1) return "InvalidSchedule";
  return undefined;
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
