import type { CommandSettlement } from "@chargehand/domain/change";
import type { FollowUp } from "@chargehand/domain/station-state";
import type { CommandDelivery } from "./journal-entry";
import { jsonStatement } from "./journal-statement";

/** Minutes until a command that the domain itself asked for is no longer worth sending. */
const followUpMinutes = 10;

/** Steps in the lives of commands; each fact has the time at which it became one. */
export const settlements = jsonStatement(
  "settlements",
  (row: SettledCommand) => row,
  `UPDATE public.command AS t SET
     delivery = coalesce(u.delivery, t.delivery),
     sent_at = coalesce(t.sent_at, u."sentAt"),
     answer = coalesce(u.answer, t.answer),
     answered_at = coalesce(u."answeredAt", t.answered_at),
     proof = coalesce(u.proof, t.proof),
     unproven_at = coalesce(u."unprovenAt", t.unproven_at),
     confirmed_at = coalesce(u."confirmedAt", t.confirmed_at),
     detail = coalesce(u.detail, t.detail),
     evidence = coalesce(u.evidence, t.evidence),
     plan = coalesce(u.plan, t.plan),
     deadline = coalesce(u.deadline, t.deadline)
   FROM json_to_recordset($1::json) AS u(id int, delivery text, "sentAt" timestamptz, answer text,
     "answeredAt" timestamptz, proof text, "unprovenAt" timestamptz, "confirmedAt" timestamptz, detail text,
     evidence text, plan jsonb, deadline timestamptz)
   WHERE t.id = u.id`,
);

/** What became of one command by all steps of one entry. */
export type SettledCommand = Omit<CommandSettlement, "at"> & Partial<Record<Moment, Date>>;
type Moment = "sentAt" | "answeredAt" | "unprovenAt" | "confirmedAt";

/** One row per command, since an UPDATE takes only one row for each: later steps win. */
export function settled(steps: readonly CommandSettlement[]): Iterable<SettledCommand> {
  const commands = new Map<number, SettledCommand>();
  for (const step of steps) commands.set(step.id, { ...commands.get(step.id), ...present(withMoments(step)) });
  return commands.values();
}

const withMoments = ({ at, ...step }: CommandSettlement): SettledCommand => ({
  ...step,
  sentAt: step.delivery === "sent" ? at : undefined,
  answeredAt: step.answer && at,
  unprovenAt: step.proof === "unproven" ? at : undefined,
  confirmedAt: step.proof === "confirmed" ? at : undefined,
});

/** The object without its undefined fields, so that it overwrites nothing when it is merged. */
function present<T extends object>(object: T): T {
  const copy = { ...object };
  for (const key in copy) if (copy[key] === undefined) delete copy[key];
  return copy;
}

/** The wire's side of a command. */
export const deliveries = jsonStatement(
  "deliveries",
  ({ id, messageId, action, payload, response }: CommandDelivery) => ({ id, messageId, action, payload, response }),
  `UPDATE public.command AS t SET
     message_id = coalesce(u."messageId", t.message_id),
     action = coalesce(u.action, t.action),
     payload = coalesce(u.payload::jsonb, t.payload),
     response = coalesce(u.response::jsonb, t.response)
   FROM json_to_recordset($1::json) AS u(id int, "messageId" text, action text, payload text, response text)
   WHERE t.id = u.id`,
);

export const followUps = jsonStatement(
  "follow-ups",
  ({ command, reason, probeOf }: FollowUp, part) => ({ station: part.station, command, reason, probeOf }),
  `INSERT INTO public.command (station_id, type, command, origin, reason, probe_of, expires_at)
   SELECT u.station, u.command ->> 'type', u.command, 'system', u.reason, u."probeOf",
     now() + interval '${followUpMinutes} minutes'
   FROM json_to_recordset($1::json) AS u(station int, command jsonb, reason text, "probeOf" int)`,
);
