import type { Queryable } from "@chargehand/db/pool";
import type { WorkOf } from "@chargehand/domain/campaigns/campaign";
import { type Fate, type Verdict, verdictOf } from "@chargehand/domain/campaigns/fate";
import type { Answer, Delivery, Proof } from "@chargehand/domain/command";
import { type Given as Before, nextOrder } from "@chargehand/domain/configuration/next-order";
import { desiredFor } from "@chargehand/domain/configuration/template";
import { variableKey } from "@chargehand/domain/variable";
import { commandSchema } from "../commands/schema";
import { knowStations } from "../configuration/knowledge";
import type { Given, Kind } from "./kind";

/** Each station is set to what is desired of it. What it is told next follows from what it has said and what it was given. */
export const configurationKind = ({ templates, reboot }: WorkOf<"configuration">): Kind => {
  const keys = templates.flatMap(({ settings }) => settings.map(({ variable }) => variableKey(variable)));
  return {
    async give(db, stations, _now, campaign) {
      const ids = stations.map(({ id }) => id);
      const known = await knowStations(db, ids, keys);
      const before = campaign === undefined ? new Map<number, Before[]>() : await givenBefore(db, campaign, ids);
      return new Map(
        known.map(({ knowledge, ...station }): [number, Given] => {
          const { id, version } = station;
          if (!version) return [id, { skip: "it has never been connected, so nobody knows its version" }];
          const given = before.get(id) ?? [];
          const order = nextOrder({ version, desired: desiredFor(station, templates), knowledge, given, reboot });
          if (order.do === "tell") return [id, { tell: order.command }];
          if (order.state === "skipped") return [id, { skip: order.reason }];
          return [id, { end: order.state, reason: order.reason }];
        }),
      );
    },
    verdict,
    brief: { templates: templates.map(({ name }) => name).join(", "), reboot: reboot ? "yes" : "no" },
  };
};

/** A step that did what it was for is followed by the next one; that there is none is known only then. */
function verdict(fate: Fate): Verdict {
  const { command, answer, proof } = fate;
  const isRead = command === "read-variables" && (answer === "rejected" || answer === "unsupported");
  if (proof === "confirmed" || answer === "reboot-required" || isRead) {
    return { state: "waiting", reason: command === "reset" ? "it has booted" : "the next step", more: true };
  }
  const found = verdictOf(fate);
  // A password, say, of which there is no proof.
  return found.state === "succeeded" ? { state: "waiting", reason: "the next step", more: true } : found;
}

/** What a campaign has given to stations before, in its order. */
async function givenBefore(db: Queryable, campaign: number, stations: readonly number[]) {
  const { rows } = await db.query<{
    station_id: number;
    command: unknown;
    delivery: Delivery;
    answer: Answer | null;
    proof: Proof;
  }>(
    `SELECT station_id, command, delivery, answer, proof FROM command
     WHERE campaign_id = $1 AND station_id = ANY ($2::int[]) ORDER BY id`,
    [campaign, stations],
  );
  const given = new Map<number, Before[]>();
  for (const { station_id, command, delivery, answer, proof } of rows) {
    const all = given.get(station_id) ?? [];
    all.push({ command: commandSchema.parse(command), delivery, answer: answer ?? undefined, proof });
    given.set(station_id, all);
  }
  return given;
}
