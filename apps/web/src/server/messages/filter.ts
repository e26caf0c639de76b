import { outcomeSql } from "@chargehand/db/frame-index";
import { z } from "zod";
import { containing, type SqlParameters } from "../sql";

/** A call that takes longer is slow. */
const slowMs = 500;

export const messageFilter = z.object({
  /** As somebody writes it: `action:StatusNotification dir:in err >500ms idTag:…`. */
  q: z.string().max(2_000).default(""),
  /** One station's conversation; without it, everybody's of the last day. */
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
export const verdictSql = outcomeSql;

/** What the fields of a filter mean over frame `f`; stations, times and what was written are found by themselves. */
export function conditionsOf(
  { action, actions, messageId, from, verdict, withHeartbeats, session }: MessageFilter,
  parameters: SqlParameters,
  namesAction = false,
): string[] {
  return [
    ...(action ? [`lower(f.action) LIKE ${parameters.add(containing(action))}`] : []),
    ...(withHeartbeats || action || namesAction ? [] : ["f.action IS DISTINCT FROM 'Heartbeat'"]),
    ...(actions ? [`f.action = ANY(${parameters.add(actions)})`] : []),
    ...(messageId === undefined ? [] : [`f.message_id = ${parameters.add(messageId)}`]),
    ...(from ? [`f.direction = ${from === "station" ? 0 : 1}`] : []),
    ...(session === undefined ? [] : [`f.session_id = ${parameters.add(session)}`]),
    ...(verdict === "slow" ? [`f.answered_at - f.received_at > interval '${slowMs} milliseconds'`] : []),
    ...(verdict === "error" || verdict === "no-answer" ? [`${verdictSql} = '${verdict}'`] : []),
  ];
}
