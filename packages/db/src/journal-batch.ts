import type { HoldingChange } from "@chargehand/domain/holding";
import { placeKey } from "@chargehand/domain/station-state";
import { variableKey } from "@chargehand/domain/variable";
import type { JournalEntry } from "./journal-entry";
import { createKnownSessions } from "./journal-known-sessions";
import { epochs, events, frameAnswers, frames, samples } from "./journal-rows";
import { deliveries, followUps, settled, settlements } from "./journal-rows-command";
import { holdingsCleared, holdingsKept, holdingsSet } from "./journal-rows-holding";
import { sessionsOpened, sessionsProgressed, sessionsUpdated } from "./journal-rows-session";
import { connectors, stationFacts, variables, variablesSwept } from "./journal-rows-station";
import { vendorMessagesHeard } from "./journal-rows-vendor";
import type { Bound, Part } from "./journal-statement";

/** In the order in which a batch runs them: whose word counts first, then sessions before what points to them. */
export const statements = [
  epochs,
  frames,
  frameAnswers,
  sessionsOpened,
  sessionsUpdated,
  sessionsProgressed,
  samples,
  connectors,
  stationFacts,
  variables,
  variablesSwept,
  holdingsCleared,
  holdingsSet,
  holdingsKept,
  vendorMessagesHeard,
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
  add(entry: JournalEntry): void;
  touched(): Touched;
  /** What each statement that has rows is run with; throws what a column cannot hold. Valid until the next call. */
  encode(): EncodedStatement[];
  /** Starts over. A batch that was not written takes with it what was known of the rows. */
  reset(outcome: "written" | "failed"): void;
}

export interface EncodedStatement {
  name: string;
  parameters: Buffer[];
}

export function createJournalBatch(): JournalBatch {
  const rows = {
    epochs: epochs.bind(),
    frames: frames.bind(),
    frameAnswers: frameAnswers.bind(),
    sessionsOpened: sessionsOpened.bind(),
    sessionsUpdated: sessionsUpdated.bind(),
    sessionsProgressed: sessionsProgressed.bind(),
    samples: samples.bind(),
    connectors: connectors.bind(),
    stationFacts: stationFacts.bind(),
    variables: variables.bind(),
    variablesSwept: variablesSwept.bind(),
    holdingsCleared: holdingsCleared.bind(),
    holdingsSet: holdingsSet.bind(),
    holdingsKept: holdingsKept.bind(),
    vendorMessagesHeard: vendorMessagesHeard.bind(),
    settlements: settlements.bind(),
    deliveries: deliveries.bind(),
    followUps: followUps.bind(),
    events: events.bind(),
  };
  const all = Object.values(rows);
  const known = createKnownSessions();
  let commands: number[] = [];
  /** When the batch was begun: everything in it had been received by then. */
  let now: Date | undefined;

  return {
    add(entry) {
      now ??= new Date();
      const part = partOf(entry, now);
      rows.epochs.push(part, part);
      pushAll(rows.frames, entry.frames, part);
      pushAll(rows.frameAnswers, entry.answers, part);
      pushAll(rows.deliveries, entry.deliveries, part);
      pushAll(rows.events, entry.events, part);
      const { changes } = entry;
      if (!changes) return;
      for (const session of changes.opened ?? []) {
        known.onlyProgressed(session, entry.epoch);
        rows.sessionsOpened.push(session, part);
      }
      for (const session of changes.updated ?? []) {
        const progressed = known.onlyProgressed(session, entry.epoch);
        (progressed ? rows.sessionsProgressed : rows.sessionsUpdated).push(session, part);
      }
      pushAll(rows.samples, changes.samples, part);
      pushAll(
        rows.connectors,
        lastOfEach(changes.connectors, ({ place }) => placeKey(place)),
        part,
      );
      if (changes.station) rows.stationFacts.push(changes.station, part);
      pushAll(rows.variables, lastOfEach(changes.variables, variableAttribute), part);
      if (changes.variablesSince) rows.variablesSwept.push(changes.variablesSince, part);
      for (const change of changes.holdings ?? []) {
        if (change.do === "clear") rows.holdingsCleared.push(change, part);
        else if (change.do === "keep-only") rows.holdingsKept.push(change, part);
      }
      pushAll(
        rows.holdingsSet,
        lastOfEach(changes.holdings?.filter(isSet), ({ kind, key }) => `${kind} ${key}`),
        part,
      );
      pushAll(rows.vendorMessagesHeard, changes.vendorMessages, part);
      pushAll(rows.settlements, changes.commands && settled(changes.commands), part);
      pushAll(rows.followUps, changes.followUps, part);
      if (changes.followUps?.length) commands.push(entry.station);
    },
    touched: () => ({
      events: rows.events.rows() > 0,
      frames: rows.frames.rows() > 0 || rows.frameAnswers.rows() > 0,
      commands,
    }),
    encode: () =>
      all.filter((each) => each.rows() > 0).map((each) => ({ name: each.name, parameters: each.parameters() })),
    reset(outcome) {
      if (outcome === "failed") known.forget();
      for (const each of all) each.reset();
      commands = [];
      now = undefined;
    },
  };
}

const isSet = (change: HoldingChange) => change.do === "set";

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
