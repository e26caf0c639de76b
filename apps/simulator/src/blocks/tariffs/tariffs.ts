import type { Controls } from "../../charger/controls";
import type { Token, Transaction, TransactionHappening } from "../../charger/transaction";
import { objectionTo, type Tariff } from "./tariff";

export type Assignment = {
  tariffId: string;
  tariffKind: "DefaultTariff" | "DriverTariff";
  evseIds: number[];
  idTokens?: string[];
  validFrom?: string;
};

/** What charging costs here (2.1): a default for each EVSE, and tariffs of single transactions. */
export class Tariffs {
  #controls: Pick<Controls, "charger" | "now">;
  #defaults = new Map<number, { tariff: Tariff; since: number }>();
  /** For single drivers, by their token: until their next transaction begins. */
  #drivers = new Map<string, Tariff>();
  /** By the number of the transaction: what it began with, or what it was changed to. */
  #held = new Map<number, { tariff: Tariff; own: boolean }>();

  constructor(controls: Pick<Controls, "charger" | "now">) {
    this.#controls = controls;
  }

  /** Sets the default of some EVSEs. False: the id stands for another tariff already. */
  setDefault(evses: number[], tariff: Tariff): boolean {
    const known = [...this.#defaults.values()].filter((one) => one.tariff.tariffId === tariff.tariffId);
    if (known.some((one) => JSON.stringify(one.tariff) !== JSON.stringify(tariff))) return false;
    for (const evse of evses) this.#defaults.set(evse, { tariff, since: this.#controls.now() });
    return true;
  }

  /** Takes defaults away, by id or all, and tells which. Transactions keep what they began with. */
  clear(evses: number[], ids: string[] | undefined): Set<string> {
    const cleared = new Set<string>();
    for (const evse of evses) {
      const id = this.#defaults.get(evse)?.tariff.tariffId;
      if (id === undefined || (ids && !ids.includes(id))) continue;
      cleared.add(id);
      this.#defaults.delete(evse);
    }
    return cleared;
  }

  /** What a driver is charged by from the next transaction on, before any default; not what cannot be counted by. */
  setForDriver({ value }: Token, tariff: Tariff): void {
    if (!objectionTo(tariff)) this.#drivers.set(value.toLowerCase(), tariff);
  }

  /** What a transaction is charged by. A default counts for what begins after it was set and became valid. */
  of({ evse, number, startedAt, token }: Pick<Transaction, "evse" | "number" | "startedAt" | "token">) {
    const held = this.#held.get(number);
    const driver = held?.own ? undefined : token && this.#drivers.get(token.value.toLowerCase());
    if (held || driver) return driver ?? held?.tariff;
    const { since = 0, tariff } = this.#defaults.get(evse) ?? {};
    const validFrom = tariff?.validFrom === undefined ? 0 : Date.parse(tariff.validFrom);
    return startedAt >= Math.max(since, validFrom) ? tariff : undefined;
  }

  change({ number }: Pick<Transaction, "number">, tariff: Tariff): void {
    this.#held.set(number, { tariff, own: true });
  }

  assignments(evses: number[]): Assignment[] {
    const defaults = new Map<string, Assignment>();
    for (const evse of evses) {
      const known = this.#defaults.get(evse);
      if (!known) continue;
      const { tariffId, validFrom } = known.tariff;
      const assigned = defaults.get(tariffId);
      if (assigned) assigned.evseIds.push(evse);
      else defaults.set(tariffId, { tariffId, tariffKind: "DefaultTariff", evseIds: [evse], validFrom });
    }
    const drivers = this.#controls.charger.running.flatMap(({ evse, number, token }): Assignment[] => {
      const held = evses.includes(evse) ? this.#held.get(number) : undefined;
      if (!held?.own || !token) return [];
      return [{ tariffId: held.tariff.tariffId, tariffKind: "DriverTariff", evseIds: [evse], idTokens: [token.value] }];
    });
    return [...defaults.values(), ...drivers];
  }

  transactionHappened({ phase, transaction }: TransactionHappening): void {
    const driver = transaction.token && this.#drivers.get(transaction.token.value.toLowerCase());
    const tariff = phase === "started" ? this.of(transaction) : driver;
    if (tariff) this.#held.set(transaction.number, { tariff, own: tariff === driver });
    if (driver && transaction.token) this.#drivers.delete(transaction.token.value.toLowerCase());
    if (phase === "ended") this.#held.delete(transaction.number);
  }
}
