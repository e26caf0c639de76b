import type { Controls } from "../../charger/controls";
import type { Evse } from "../../charger/evse";
import type { TransactionHappening } from "../../charger/transaction";
import type { JsonObject } from "../../json";
import { ratedWatts } from "../../physics/supply";
import type { Cancel } from "../../time/clock";
import { admit, type Candidate, type Refusal, replaces } from "./installed";
import type { Installed, Period, Profile, Purpose } from "./profile";
import { earlier, nextChange, periodAt } from "./schedule";
import { shares, wattsOf } from "./watts";

/** Which profiles are meant; what is left out does not matter. */
export type Selection = { ids?: number[]; evse?: number; purpose?: Purpose; stackLevel?: number };

/** A moment that is asked about. Where nobody charges, relative schedules count from `idleSince`. */
export type Moment = { at: number; idleSince: number };

/** The profiles of a station, and what they make of its power: the limit in force is always obeyed. */
export class SmartCharging {
  #controls: Controls;
  #installed: Installed[] = [];
  /** Profiles that came with a remote start and wait for its transaction, by token. */
  #coming = new Map<string, Profile>();
  /** Transactions that charge with priority. */
  #priority = new Set<number>();
  #signal = 0;
  #alarm: Cancel | undefined;

  constructor(controls: Controls) {
    this.#controls = controls;
  }

  /** Takes a profile and obeys it from now on. */
  install(candidate: Candidate): "accepted" | Refusal {
    const { charger, version } = this.#controls;
    const admitted = admit(candidate, {
      installed: this.#installed.filter(({ id }) => id !== candidate.profile.id),
      exists: (evse) => evse === 0 || charger.evse(evse) !== undefined,
      running: (evse) => charger.evse(evse)?.transaction,
      lenient: version === "1.6",
    });
    if (typeof admitted === "string") return admitted;
    this.#installed = [...this.#installed.filter((other) => !replaces(admitted, other)), admitted];
    this.#applySoon();
    return "accepted";
  }

  /** Keeps a profile for the transaction that this token is about to start; the last order counts. */
  expect(token: string, profile: Profile | undefined): void {
    if (profile) this.#coming.set(token, profile);
    else this.#coming.delete(token);
  }

  /** What is installed, of all that is meant. */
  select({ evse, ids, purpose, stackLevel }: Selection): Installed[] {
    return this.#installed.filter(
      (profile) =>
        (ids === undefined || ids.includes(profile.id)) &&
        (evse === undefined || profile.evse === evse) &&
        (purpose === undefined || profile.purpose === purpose) &&
        (stackLevel === undefined || profile.stackLevel === stackLevel),
    );
  }

  /** Forgets what is meant, and tells how many that were. */
  clear(selection: Selection): number {
    const cleared = new Set(this.select(selection));
    this.#installed = this.#installed.filter((profile) => !cleared.has(profile));
    this.#applySoon();
    return cleared.size;
  }

  /** A profile whose limit is set anew now and then. */
  update(id: number, { limit, wire }: { limit: number | undefined; wire: JsonObject }): boolean {
    const profile = this.#installed.find((candidate) => candidate.id === id && candidate.kind === "dynamic");
    if (!profile) return false;
    profile.periods = [{ start: 0, limit }];
    profile.wire = wire;
    this.#applySoon();
    return true;
  }

  /** Charges a transaction by its priority profile, if there is one, or by the ordinary ones again. */
  prioritise(evse: Evse, transaction: number, active: boolean): boolean {
    if (active && !this.#leading("priority", evse, this.#now())) return false;
    if (active) this.#priority.add(transaction);
    else this.#priority.delete(transaction);
    this.#applySoon();
    return true;
  }

  /** A signal of the grid; false when no profile in force listens to any. */
  heed(signal: number): boolean {
    const moment = this.#now();
    const listens = (profile: Installed): boolean =>
      periodAt(profile, moment.at, this.#since(profile.evse, moment))?.curve !== undefined;
    if (!this.#installed.some(listens)) return false;
    this.#signal = signal;
    this.#applySoon();
    return true;
  }

  /** What an EVSE, or the whole station (0), may draw at a moment, in watts. */
  allowed(evse: Evse | "station", moment: Moment): number {
    const total = this.#total(moment);
    if (evse !== "station") return Math.min(total, this.#own(evse, moment));
    const all = this.#controls.charger.evses.reduce((sum, one) => sum + this.#own(one, moment), 0);
    return Math.min(total, all);
  }

  /** When that next changes. */
  nextChange(moment: Moment): number | undefined {
    const { evses } = this.#controls.charger;
    const changes = this.#installed.flatMap((profile) => {
      const concerned = evses.filter(({ id }) => profile.evse === 0 || profile.evse === id);
      return concerned.map(({ id }) => nextChange(profile, moment.at, this.#since(id, moment)));
    });
    return changes.reduce(earlier, undefined);
  }

  transactionHappened({ phase, transaction }: TransactionHappening): void {
    if (phase === "sample") return;
    if (phase === "ended") {
      this.#priority.delete(transaction.number);
      this.#installed = this.#installed.filter((profile) => profile.transaction !== transaction.number);
    }
    const token = transaction.token?.value ?? "";
    const coming = transaction.remoteStartId === undefined ? undefined : this.#coming.get(token);
    if (coming) {
      this.#coming.delete(token);
      queueMicrotask(() =>
        this.install({ profile: coming, evse: transaction.evse, wireTransaction: transaction.wireId }),
      );
    }
    if (phase !== "updated") this.#applySoon();
  }

  /** Not at once: what asks for it may be in the middle of something. */
  #applySoon(): void {
    queueMicrotask(() => this.#apply());
  }

  #apply(): void {
    const { charger, later } = this.#controls;
    const moment = this.#now();
    const active = charger.evses.filter(({ transaction }) => transaction);
    const given = shares(
      this.#total(moment),
      active.map((evse) => this.#own(evse, moment)),
    );
    for (const [index, evse] of active.entries()) {
      const watts = given[index] ?? 0;
      charger.obey(evse, watts < ratedWatts(evse.bay.supply) ? watts : undefined);
    }
    this.#alarm?.();
    const next = active.length === 0 ? undefined : this.nextChange(moment);
    this.#alarm = next === undefined ? undefined : later(next - moment.at, () => this.#apply());
  }

  /** What all EVSEs together may draw: the grid's limit, and what the site makes itself on top. */
  #total(moment: Moment): number {
    const limit = this.#stationWatts("station-max", moment);
    if (limit === undefined) return Number.POSITIVE_INFINITY;
    return limit + (this.#stationWatts("local-generation", moment) ?? 0);
  }

  #stationWatts(purpose: Purpose, { at }: Moment): number | undefined {
    const leader = lead(this.select({ purpose, evse: 0 }), at, at);
    return leader && wattsOf(leader.period, leader.profile.unit, gridSupply, this.#signal);
  }

  /** What one EVSE may draw by the profiles of its own. */
  #own(evse: Evse, moment: Moment): number {
    const { bay, transaction } = evse;
    const rated = ratedWatts(bay.supply);
    const leader =
      (transaction && this.#priority.has(transaction.number) ? this.#leading("priority", evse, moment) : undefined) ??
      this.#leading("transaction", evse, moment) ??
      this.#leading("default", evse, moment);
    if (!leader) return rated;
    return Math.min(rated, wattsOf(leader.period, leader.profile.unit, bay.supply, this.#signal) ?? rated);
  }

  #leading(purpose: Purpose, evse: Evse, moment: Moment): Leader | undefined {
    const since = this.#since(evse.id, moment);
    const here = this.select({ purpose, evse: evse.id });
    const leader = lead(here, moment.at, since);
    // In 1.6 what is set for one connector hides what is set for all; in 2.x only stack levels count.
    if (leader && this.#controls.version === "1.6") return leader;
    return lead([...here, ...this.select({ purpose, evse: 0 })], moment.at, since);
  }

  #since(evse: number, { idleSince }: Moment): number {
    return this.#controls.charger.evse(evse)?.transaction?.startedAt ?? idleSince;
  }

  #now(): Moment {
    const at = this.#controls.now();
    return { at, idleSince: at };
  }
}

type Leader = { profile: Installed; period: Period };

/** The highest stack level that has something to say. */
function lead(profiles: Installed[], at: number, since: number): Leader | undefined {
  for (const profile of profiles.toSorted((one, other) => other.stackLevel - one.stackLevel)) {
    const period = periodAt(profile, at, since);
    if (period) return { profile, period };
  }
  return undefined;
}

/** The station's own connection: limits of the whole station are about this. */
const gridSupply = { current: "AC", phases: 3, amps: 0 } as const;
