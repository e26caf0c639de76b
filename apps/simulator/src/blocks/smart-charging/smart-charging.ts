import type { Controls } from "../../charger/controls";
import type { Evse } from "../../charger/evse";
import type { TransactionHappening } from "../../charger/transaction";
import type { JsonObject } from "../../json";
import { ratedWatts } from "../../physics/supply";
import type { Cancel } from "../../time/clock";
import { admit, type Candidate, type Refusal, replaces } from "./installed";
import { evseLimit, leading, type Moment, nextLimitChange, type Obeyed, stationLimit } from "./limits";
import type { Installed, Profile, Purpose } from "./profile";
import { periodAt } from "./schedule";
import { shares } from "./watts";

/** Which profiles are meant; what is left out does not matter. */
export type Selection = { ids?: number[]; evse?: number; purpose?: Purpose; stackLevel?: number };

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
    const exists = leading("priority", this.#controls, this.#installed, evse, this.#now()) !== undefined;
    if (active && !exists) return false;
    if (active) this.#priority.add(transaction);
    else this.#priority.delete(transaction);
    this.#applySoon();
    return true;
  }

  /** A signal of the grid; false when no profile of this time listens to any. */
  heed(signal: number): boolean {
    const { at } = this.#now();
    if (!this.#installed.some((profile) => periodAt(profile, at, at)?.curve)) return false;
    this.#signal = signal;
    this.#applySoon();
    return true;
  }

  /** What an EVSE, or the whole station, may draw at a moment, in watts. */
  allowed(evse: Evse | "station", moment: Moment): number {
    const concerned = evse === "station" ? this.#controls.charger.evses : [evse];
    const own = concerned.reduce((sum, one) => sum + evseLimit(this.#controls, this.#obeyed, one, moment), 0);
    return Math.min(stationLimit(this.#obeyed, moment), own);
  }

  /** When that next changes. */
  nextChange(moment: Moment): number | undefined {
    return nextLimitChange(this.#controls, this.#installed, moment);
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
      stationLimit(this.#obeyed, moment),
      active.map((evse) => evseLimit(this.#controls, this.#obeyed, evse, moment)),
    );
    for (const [index, evse] of active.entries()) {
      const watts = given[index] ?? 0;
      charger.obey(evse, watts < ratedWatts(evse.bay.supply) ? watts : undefined);
    }
    this.#alarm?.();
    const next = active.length === 0 ? undefined : this.nextChange(moment);
    this.#alarm = next === undefined ? undefined : later(next - moment.at, () => this.#apply());
  }

  get #obeyed(): Obeyed {
    return { profiles: this.#installed, priority: this.#priority, signal: this.#signal };
  }

  #now(): Moment {
    const at = this.#controls.now();
    return { at, idleSince: at };
  }
}
