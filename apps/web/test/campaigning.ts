import type { Fate } from "@chargehand/domain/campaigns/fate";
import { tick } from "../src/server/campaigns/tick";
import { operator, type TestConsole } from "./console";
import { addStation } from "./network";

export const confirmed: Fate = { delivery: "sent", answer: "accepted", proof: "confirmed" };
export const rejected: Fate = { delivery: "sent", answer: "rejected", proof: "none" };

export type Campaigning = ReturnType<typeof campaigning>;

/** Campaigns of a test: the engine's turns, a clock that is turned by hand, and what gateways write of the stations. */
export function campaigning(house: TestConsole) {
  const console_ = house.as(operator);
  const later = (seconds: number) => new Date(Number(house.time.now) + seconds * 1000);
  return {
    later,
    pass(seconds: number) {
      house.time.now = later(seconds);
    },
    turn: () => tick({ pool: house.pool, clock: () => house.time.now ?? new Date() }),
    view: (id: number) => console_.campaigns.byId({ id }),

    fleet: (count: number, facts: (n: number) => Partial<Parameters<typeof addStation>[1]> = () => ({})) =>
      Promise.all(
        Array.from({ length: count }, (_, n) =>
          addStation(house, { identity: `CS-${String(n).padStart(3, "0")}`, ...facts(n) }),
        ),
      ),

    async create(
      stations: readonly { id: number }[],
      more: Partial<Parameters<typeof console_.campaigns.create>[0]> = {},
    ) {
      const { id } = await console_.campaigns.create({
        name: "Reset all",
        work: { kind: "command", command: { type: "reset", when: "now" } },
        stations: stations.map((station) => station.id),
        expiresAt: later(24 * 3600),
        ...more,
      });
      return id;
    },

    /** The stations that have a command of the campaign which nobody has answered, in the order of their turn. */
    async told(campaign: number): Promise<number[]> {
      const { rows } = await house.pool.query(
        `SELECT station_id FROM command WHERE campaign_id = $1 AND delivery IN ('queued', 'sent') AND answer IS NULL
           AND proof = 'none' ORDER BY id`,
        [campaign],
      );
      return rows.map(({ station_id }) => station_id);
    },

    /** What a gateway writes of what a station does with its command. */
    becomes: (campaign: number, stations: readonly number[], { delivery, answer, proof, evidence }: Fate) =>
      house.pool.query(
        `UPDATE command SET delivery = $3, answer = $4, proof = $5, evidence = $6
         WHERE campaign_id = $1 AND station_id = ANY ($2)`,
        [campaign, stations, delivery, answer ?? null, proof, evidence ?? null],
      ),
  };
}
