import type { SignedIn } from "../context";
import { type Cell, csvLine } from "../csv";
import { type Writer, write } from "../write";
import { listTargets, type TargetRow } from "./targets";

/** What became of each station of a campaign, those that were left out too, as lines of CSV; who took them is in the audit. */
export async function* exportTargets(context: Writer & Pick<SignedIn, "pool">, id: number): AsyncGenerator<string> {
  await write(context, async (_tx, tell) => tell.audit({ action: "campaign.export", subject: `campaign:${id}` }));
  yield csvLine(Object.keys(columns));
  for (const state of [undefined, "excluded"] as const) {
    let cursor: [number, number] | undefined;
    do {
      const { rows, next } = await listTargets(context, { campaign: id, state, limit: 500, cursor });
      yield rows.map((row) => csvLine(Object.values(columns).map((cell) => cell(row)))).join("");
      const last = rows.at(-1);
      cursor = next && last ? [last.position, last.station] : undefined;
    } while (cursor);
  }
}

const columns: Record<string, (target: TargetRow) => Cell> = {
  station: ({ identity }) => identity,
  stage: ({ stage }) => stage || null,
  state: ({ stage, state }) => (stage === 0 ? "excluded" : state),
  reason: ({ reason }) => reason,
  attempts: ({ attempts }) => attempts,
  command: ({ command }) => command,
  began_utc: ({ beganAt }) => beganAt,
  ended_utc: ({ endedAt }) => endedAt,
  proven_late_utc: ({ provenLateAt }) => provenLateAt,
};
