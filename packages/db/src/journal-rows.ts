import type { Sample } from "@chargehand/domain/change";
import type { DomainEvent, TimedEvent } from "@chargehand/domain/event";
import { float4, float8, int2, int4, int8, jsonb, text, timestamptz } from "./journal-columns";
import type { FrameAnswer, FrameRow } from "./journal-entry";
import { column, insertInto, type Part, statement, update } from "./journal-statement";

/** Refuses the whole batch when a part of it speaks for a connection that is no longer the station's. */
export const epochs = statement(
  "epochs",
  [column("id", int4, (row: Part) => row.station), column("epoch", int8, (row: Part) => row.epoch)],
  (_, [ids, epochs]) => `SELECT journal.assert_epochs(${ids}, ${epochs})`,
);

export const frames = insertInto("frames", "journal.frame", [
  column("id", int8, (row: FrameRow) => row.id),
  column("station_id", int4, (_: FrameRow, part) => part.station),
  column("received_at", timestamptz, (row: FrameRow) => row.receivedAt),
  column("direction", int2, (row: FrameRow) => (row.direction === "in" ? 0 : 1)),
  column("message_id", text, (row: FrameRow) => row.messageId),
  column("action", text, (row: FrameRow) => row.action),
  column("call", text, (row: FrameRow) => row.call),
  column("answer", text, (row: FrameRow) => row.answer),
  column("answered_at", timestamptz, (row: FrameRow, part) => (row.answer === undefined ? undefined : part.now)),
  column("verdict", text, (row: FrameRow) => row.verdict),
  column("note", text, (row: FrameRow) => row.note),
  column("session_id", int4, (row: FrameRow) => row.session),
  column("sequence", int4, (row: FrameRow) => row.sequence),
  column("epoch", int8, (_: FrameRow, part) => part.epoch),
]);

/** The received time leads to the partition and its index; the id alone would search them all. */
export const frameAnswers = update(
  "frame-answers",
  "journal.frame",
  ["station_id", "received_at", "id"],
  [
    column("id", int8, (row: FrameAnswer) => row.id),
    column("station_id", int4, (_: FrameAnswer, part) => part.station),
    column("received_at", timestamptz, (row: FrameAnswer) => row.receivedAt),
    column("answer", text, (row: FrameAnswer) => row.answer),
    column("answered_at", timestamptz, (row: FrameAnswer) => row.answeredAt),
    column("verdict", text, (row: FrameAnswer) => row.verdict),
    column("note", text, (row: FrameAnswer) => row.note),
  ],
  { absentStays: true },
);

export const samples = insertInto("samples", "journal.sample", [
  column("session_id", int4, (row: Sample) => row.session),
  column("station_id", int4, (_: Sample, part) => part.station),
  column("evse", int2, (row: Sample) => row.place.evse),
  column("at", timestamptz, (row: Sample) => row.reading.at),
  column("received_at", timestamptz, (_: Sample, part) => part.receivedAt),
  column("energy_wh", float8, (row: Sample) => row.reading.energyWh),
  column("power_w", float8, (row: Sample) => row.reading.powerW),
  column("state_of_charge", float4, (row: Sample) => row.reading.stateOfCharge),
  column("offered_w", float8, (row: Sample) => row.reading.offeredW),
  column("rest", jsonb, (row: Sample) => row.reading.rest && JSON.stringify(row.reading.rest)),
]);

const sessionOf = (event: DomainEvent) => ("session" in event ? event.session : undefined);
const commandOf = (event: DomainEvent) => ("command" in event ? event.command : undefined);

export const events = insertInto(
  "events",
  "journal.event",
  [
    column("type", text, (row: TimedEvent) => row.event.type),
    column("station_id", int4, (_: TimedEvent, part) => part.station),
    column("session_id", int4, (row: TimedEvent) => sessionOf(row.event)),
    column("command_id", int4, (row: TimedEvent) => commandOf(row.event)),
    column("at", timestamptz, (row: TimedEvent) => row.at),
    column("received_at", timestamptz, (row: TimedEvent) => row.receivedAt),
    column("data", jsonb, (row: TimedEvent) => JSON.stringify(row.event)),
  ],
  { own: { id: "nextval('journal.event_id')" } },
);
