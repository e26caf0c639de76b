import { z } from "zod";
import type { Context } from "../context";
import { containing, type SqlParameters } from "../sql";

/** A call that takes longer is slow. */
const slowMs = 500;

export const messageFilter = z.object({
  /** One station's conversation; without it, everybody's of the last hour. */
  station: z.int().optional(),
  /** Part of an action's name. */
  action: z.string().trim().max(60).optional(),
  /** Exactly one of these actions. */
  actions: z.array(z.string().max(60)).max(200).optional(),
  /** The name that a call and its answer share. */
  messageId: z.string().max(255).optional(),
  from: z.enum(["station", "us"]).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  verdict: z.enum(["error", "no-answer", "slow"]).optional(),
  /** Heartbeats drown everything else. */
  withHeartbeats: z.boolean().default(false),
  /** Only what carried this session, by our number. */
  session: z.int().optional(),
});
export type MessageFilter = z.output<typeof messageFilter>;

/** What became of a call, in one word, inside a statement over frame `f`. */
export const verdictSql = `CASE
  WHEN f.verdict IN ('ok', 'repeated') THEN 'ok'
  WHEN f.verdict = 'sent' THEN 'open'
  WHEN f.verdict = 'timeout' THEN 'no-answer'
  ELSE 'error' END`;

/** The conditions of a filter over station `s` and frame `f`. */
export function conditionsOf(
  { station, action, actions, messageId, from, since, until, verdict, withHeartbeats, session }: MessageFilter,
  parameters: SqlParameters,
  clock: Context["clock"],
) {
  const lastHour = new Date(clock().getTime() - 3_600_000);
  const ofFrame = [
    ...(station === undefined ? [`f.received_at > ${parameters.add(lastHour)}`] : []),
    ...(action ? [`lower(f.action) LIKE ${parameters.add(containing(action))}`] : []),
    ...(withHeartbeats || action ? [] : ["f.action IS DISTINCT FROM 'Heartbeat'"]),
    ...(actions ? [`f.action = ANY(${parameters.add(actions)})`] : []),
    ...(messageId === undefined ? [] : [`f.message_id = ${parameters.add(messageId)}`]),
    ...(since === undefined ? [] : [`f.received_at >= ${parameters.add(since)}::timestamptz`]),
    ...(until === undefined ? [] : [`f.received_at < ${parameters.add(until)}::timestamptz`]),
    ...(from ? [`f.direction = ${from === "station" ? 0 : 1}`] : []),
    ...(session === undefined ? [] : [`f.session_id = ${parameters.add(session)}`]),
    ...(verdict === "slow" ? [`f.answered_at - f.received_at > interval '${slowMs} milliseconds'`] : []),
    ...(verdict === "error" || verdict === "no-answer" ? [`${verdictSql} = '${verdict}'`] : []),
  ];
  return { ofStation: station === undefined ? "TRUE" : `s.id = ${parameters.add(station)}`, ofFrame };
}
