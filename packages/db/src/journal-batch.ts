import { placeKey } from "@chargehand/domain/station-state";
import { variableKey } from "@chargehand/domain/variable";
import type { JournalEntry } from "./journal-entry";
import { epochs, events, frameAnswers, frames, samples } from "./journal-rows";
import { deliveries, followUps, settled, settlements } from "./journal-rows-command";
import { sessionsOpened, sessionsUpdated } from "./journal-rows-session";
import { connectors, stationFacts, variables } from "./journal-rows-station";
import type { Bound, Part } from "./journal-statement";
import type { WireBuffer } from "./journal-wire";

/** In the order in which a batch runs them: whose word counts first, then sessions before what points to them. */
export const statements = [
  epochs,
  frames,
  frameAnswers,
  sessionsOpened,
  sessionsUpdated,
  samples,
  connectors,
  stationFacts,
  variables,
  settlements,
  deliveries,
  followUps,
  events,
];

/** What a batch touched, for the bells that are rung after it. */
export interface Touched {
  events: boolean;
  frames: boolean;
  /** Stations for which the domain queued a command of its own. */
  commands: readonly number[];
}

/** The rows of one batch, gathered by statement; used again and again. */
export interface JournalBatch {
  /** Throws what a column cannot hold; the batch is then unusable until it is reset. */
  add(entry: JournalEntry): void;
  touched(): Touched;
  /** Appends Bind and Execute of each statement that has rows. */
  appendTo(wire: WireBuffer): void;
  reset(): void;
}

export function createJournalBatch(): JournalBatch {
  const rows = {
    epochs: epochs.bind(),
    frames: frames.bind(),
    frameAnswers: frameAnswers.bind(),
    sessionsOpened: sessionsOpened.bind(),
    sessionsUpdated: sessionsUpdated.bind(),
    samples: samples.bind(),
    connectors: connectors.bind(),
    stationFacts: stationFacts.bind(),
    variables: variables.bind(),
    settlements: settlements.bind(),
    deliveries: deliveries.bind(),
    followUps: followUps.bind(),
    events: events.bind(),
  };
  const all = Object.values(rows);
  let commands: number[] = [];
  let now = new Date();

  return {
    add(entry) {
      const part = partOf(entry, now);
      rows.epochs.push(undefined, part);
      pushAll(rows.frames, entry.frames, part);
      pushAll(rows.frameAnswers, entry.answers, part);
      pushAll(rows.deliveries, entry.deliveries, part);
      pushAll(rows.events, entry.events, part);
      const { changes } = entry;
      if (!changes) return;
      pushAll(rows.sessionsOpened, changes.opened, part);
      pushAll(rows.sessionsUpdated, changes.updated, part);
      pushAll(rows.samples, changes.samples, part);
      pushAll(
        rows.connectors,
        lastOfEach(changes.connectors, ({ place }) => placeKey(place)),
        part,
      );
      if (changes.station) rows.stationFacts.push(changes.station, part);
      pushAll(rows.variables, lastOfEach(changes.variables, variableAttribute), part);
      pushAll(rows.settlements, changes.commands && settled(changes.commands), part);
      pushAll(rows.followUps, changes.followUps, part);
      if (changes.followUps?.length) commands.push(entry.station);
    },
    touched: () => ({
      events: rows.events.rows() > 0,
      frames: rows.frames.rows() > 0 || rows.frameAnswers.rows() > 0,
      commands,
    }),
    appendTo(wire) {
      for (const each of all) if (each.rows() > 0) wire.run(each.name, each.parameters());
    },
    reset() {
      for (const each of all) each.reset();
      commands = [];
      now = new Date();
    },
  };
}

const variableAttribute = ({
  variable,
  attribute,
}: {
  variable: Parameters<typeof variableKey>[0];
  attribute: string;
}) => `${attribute} ${variableKey(variable)}`;

function partOf({ station, epoch, frames, events }: JournalEntry, now: Date): Part {
  return { station, epoch, receivedAt: frames?.[0]?.receivedAt ?? events?.[0]?.receivedAt ?? now, now };
}

function pushAll<Row>(bound: Bound<Row>, rows: Iterable<Row> | undefined, part: Part) {
  if (rows) for (const row of rows) bound.push(row, part);
}

/** An upsert takes each key once, so only the last word about it goes in. */
function lastOfEach<Row>(rows: readonly Row[] | undefined, keyOf: (row: Row) => string) {
  if (!rows || rows.length < 2) return rows;
  return new Map(rows.map((row) => [keyOf(row), row])).values();
}
