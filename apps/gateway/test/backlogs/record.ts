import type { Version } from "@chargehand/ocpp/version";
import type { LedgerTransaction } from "@chargehand/simulator/ledger";
import { ordinaryCar } from "@chargehand/simulator/physics/car";
import type { Random } from "@chargehand/simulator/random";
import { ManualClock } from "@chargehand/simulator/time/manual-clock";
import { expect } from "vitest";
import type { withOrders } from "../with-orders";

/** A message of a session as the station would send it once the line is back. */
export interface Told {
  version: Version;
  /** Which of the station's transactions it tells of. */
  transaction: number;
  phase: "started" | "updated" | "sample" | "ended";
  action: string;
  payload: Record<string, unknown>;
}

/** What a station said, and what it knows to be true. */
export interface Recording {
  version: Version;
  told: Told[];
  ledger: LedgerTransaction[];
}

export const cards = ["CARD-A", "CARD-B", "CARD-C"] as const;
const minuteMs = 60_000;

/** Lets a virtual station charge cars for some days, on a clock of its own, and keeps all that it said. */
export async function record(
  orders: ReturnType<typeof withOrders>,
  version: Version,
  { random, charges }: { random: Random; charges: number },
): Promise<Recording> {
  const clock = new ManualClock(Date.now() - 20 * 86_400_000);
  const station = await orders.station(`RECORDED-${version}`, version, {
    clock,
    seed: random.integer(1, 1e6),
    settings: { sampleMs: 10 * minuteMs },
  });
  for (let charge = 0; charge < charges; charge++) {
    const evses = random.chance(0.4) ? [1, 2] : [random.integer(1, 2)];
    for (const evse of evses) {
      await station.plugIn(evse, { car: { ...ordinaryCar, charge: random.between(0.1, 0.5) } });
      clock.advance(random.integer(1, 60) * 1000);
      await station.presentToken(evse, random.pick(...cards));
      clock.advance(random.integer(0, 90) * 1000);
    }
    clock.advance(random.integer(5, 60) * minuteMs);
    await station.settled();
    for (const evse of evses) {
      const holder = station.transaction(evse)?.token?.value ?? cards[0];
      // Whoever ends it may be another of the same family.
      const ender = random.chance(0.5) ? random.pick(...cards) : holder;
      if (random.chance(0.7)) await station.presentToken(evse, ender);
      clock.advance(random.integer(1, 60) * 1000);
      await station.unplug(evse);
    }
    clock.advance(random.integer(2, 240) * minuteMs);
  }
  const ledger = [...station.ledger.transactions.values()];
  expect(ledger.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
  const told = station.ledger.sent.flatMap(({ action, payload, fact }) =>
    fact ? [{ version, transaction: fact.transaction, phase: fact.phase, action, payload }] : [],
  );
  station.stop();
  return { version, told, ledger };
}
