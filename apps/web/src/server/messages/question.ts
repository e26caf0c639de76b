import { latencySteps, word } from "@chargehand/db/frame-words";
import { codeOf } from "@chargehand/ocpp/rpc-error";
import type { Part } from "../../features/filter/filter";
import { type MessageField, millisecondsOf, readMessageFilter, timeOf } from "../../features/messages/message-fields";
import type { Context } from "../context";
import { textIs } from "../filter/where";
import { containing, type SqlParameters } from "../sql";
import { actionsSince, stationsOf } from "./asked-about";
import { conditionsOf, type MessageFilter, verdictSql } from "./filter";
import {
  type Condition,
  isIndexed,
  payloadCondition,
  payloadText,
  payloadWords,
  type Words,
  wordCondition,
} from "./payload-condition";

/** How far back a search of everybody's messages looks where it does not say. */
export const windowHours = 24;

/** What is asked of the stored frames, taken apart by who can decide it. */
export interface Question {
  /** Only theirs; everybody's if undefined. */
  stations: readonly number[] | undefined;
  /** What the database decides over frame `f`. */
  conditions: (parameters: SqlParameters) => string[];
  /** Of each of these, a frame that fits has one: what the index knows. */
  words: readonly Words[];
  /** What is left to a look at the frame. */
  looks: readonly Condition[];
  since: Date | undefined;
  until: Date | undefined;
}

type Lookup = Pick<Context, "pool" | "clock">;

/** Understands a filter, written or in fields. What somebody wrote enters statements as parameters only. */
export async function questionOf({ pool, clock }: Lookup, filter: MessageFilter): Promise<Question> {
  const now = clock();
  const { parts, words, payload } = readMessageFilter(filter.q);
  const time = (field: MessageField) =>
    parts.filter((part) => part.field === field).flatMap(({ values: [value = ""] }) => timeOf(value, now) ?? []);
  const stations = await stationsOf({ pool }, parts, filter);
  const since = later([...time("since"), ...(filter.since ? [new Date(filter.since)] : [])]);
  const isOpen =
    filter.action || words.length > 0 || parts.some(({ values }) => values.some((value) => value.includes("*")));
  const known = isOpen ? await actionsSince({ pool }, since ?? hoursBefore(now)) : [];

  return {
    stations: stations.only,
    conditions: (parameters) => [
      ...conditionsOf(filter, parameters, namesAction(parts, words)),
      ...(stations.never.length > 0 ? [`f.station_id <> ALL(${parameters.add(stations.never)}::int[])`] : []),
      ...parts.flatMap((part) => conditionOf(part, parameters)),
      ...payload.flatMap((part) => textCondition(payloadText(part), parameters)),
    ],
    words: [
      ...parts.flatMap((part) => wordsOf(part, known) ?? []),
      ...failingActions(parts),
      ...(filter.action ? [actionWords(known, `*${filter.action}*`)] : []),
      ...(filter.actions ? [filter.actions.map(word.action)] : []),
      ...(filter.messageId === undefined ? [] : [[word.messageId(filter.messageId)]]),
      ...(filter.from === "us" ? [[word.fromUs()]] : []),
      ...payload.flatMap((part) => [payloadWords(part) ?? []].filter(({ length }) => length > 0)),
      ...words.flatMap(({ text, not }) =>
        not || !isIndexed(text) ? [] : [[word.value(text), ...actionWords(known, `*${text}*`)]],
      ),
    ],
    looks: [
      ...payload.map(payloadCondition),
      ...words.map(({ text, not }): Condition => {
        const holds = wordCondition(text);
        return (carried) => holds(carried) !== not;
      }),
    ],
    since: since ?? (stations.only ? undefined : hoursBefore(now)),
    until: earlier([...time("until"), ...(filter.until ? [new Date(filter.until)] : [])]),
  };
}

/** Spares a look at the frames that cannot fit. */
function textCondition(texts: readonly string[] | undefined, parameters: SqlParameters): string[] {
  if (texts === undefined) return [];
  const patterns = parameters.add(texts.map(containing));
  return [
    `(f.call ILIKE ANY(${patterns}::text[]) OR f.answer ILIKE ANY(${patterns}::text[]) OR strpos(f.call, '\\u') > 0 OR strpos(f.answer, '\\u') > 0)`,
  ];
}

/** Who names heartbeats wants to see them. */
const namesAction = (parts: readonly Part[], words: readonly { text: string; not: boolean }[]) =>
  parts.some(({ field, not }) => field === "action" && !not) || words.some(({ text }) => /^heartbeats?$/i.test(text));

const hoursBefore = (now: Date) => new Date(now.getTime() - windowHours * 3_600_000);
const later = (times: Date[]) => times.toSorted((one, other) => other.getTime() - one.getTime())[0];
const earlier = (times: Date[]) => times.toSorted((one, other) => one.getTime() - other.getTime())[0];

/** What one part means to the database; stations and times are found before. */
function conditionOf({ field, not, compare, values }: Part<MessageField>, parameters: SqlParameters): string[] {
  const said = says[field]?.({ compare, values }, parameters);
  return said === undefined ? [] : [not ? `(${said}) IS NOT TRUE` : `(${said})`];
}

type Says = (part: Pick<Part, "compare" | "values">, parameters: SqlParameters) => string;

const text =
  (column: string): Says =>
  ({ values }, parameters) =>
    // Without a text of its own: `textIs` never looks anything up.
    String(textIs(column, parameters)({ compare: "is", values }));

const says: Partial<Record<MessageField, Says>> = {
  action: text("f.action"),
  id: text("f.message_id"),
  dir: ({ values }, parameters) =>
    `f.direction = ANY(${parameters.add(values.map((value) => (value === "in" ? 0 : 1)))}::int[])`,
  outcome: ({ values }, parameters) => {
    const violation = values.includes("violation")
      ? ` OR f.verdict = ANY(${parameters.add(violationCodes)}::text[])`
      : "";
    return `${verdictSql} = ANY(${parameters.add(values)}::text[])${violation}`;
  },
  latency: ({ compare, values }, parameters) => {
    const limit = parameters.add(millisecondsOf(values[0] ?? "") ?? 0);
    return `extract(epoch FROM f.answered_at - f.received_at) * 1000 ${compare === "is" ? "=" : compare} ${limit}::float8`;
  },
  session: ({ values }, parameters) => `f.session_id = ANY(${parameters.add(values.map(Number))}::int[])`,
};

/** How the versions call a message that breaks its schema. */
export const violationCodes = [
  ...new Set(
    (["format", "protocol", "property", "occurrence", "type"] as const).flatMap((kind) =>
      (["1.6", "2.0.1", "2.1"] as const).map((version) => codeOf(kind, version)),
    ),
  ),
];

/** The words of one part; undefined where the index knows none. */
function wordsOf({ field, not, compare, values }: Part<MessageField>, known: readonly string[]): Words[] | undefined {
  if (not) return undefined;
  switch (field) {
    case "action":
      return [values.flatMap((value) => actionWords(known, value))];
    case "id":
      return values.some((value) => value.includes("*")) ? undefined : [values.map(word.messageId)];
    case "dir":
      return values.includes("in") ? undefined : [[word.fromUs()]];
    case "outcome":
      return values.includes("ok") ? undefined : [values.flatMap((value) => outcomeWords[value] ?? [])];
    case "latency": {
      const step = latencySteps.findLast((each) => each <= (millisecondsOf(values[0] ?? "") ?? 0));
      return step === undefined || compare === "<" || compare === "<=" ? undefined : [[word.slowerThan(step)]];
    }
    default:
      return undefined;
  }
}

/** Of actions that are named beside what became of them. */
function failingActions(parts: readonly Part<MessageField>[]): Words[] {
  const isFailing = parts.some(({ field, not, values }) => field === "outcome" && !not && !values.includes("ok"));
  const named = parts.filter(
    ({ field, not, values }) => field === "action" && !not && !values.some((each) => each.includes("*")),
  );
  return isFailing ? named.map(({ values }) => values.map(word.notOkOf)) : [];
}

const outcomeWords: Readonly<Record<string, Words>> = {
  error: [word.notOk()],
  "no-answer": [word.verdict("timeout")],
  open: [word.verdict("sent")],
  violation: violationCodes.map(word.verdict),
};

/** An action by its name, or all that may be meant; which of them really are, the database says. */
function actionWords(known: readonly string[], value: string): Words {
  if (!value.includes("*")) return [word.action(value)];
  const part =
    value
      .toLowerCase()
      .split("*")
      .find((each) => each !== "") ?? "";
  return known.filter((action) => action.toLowerCase().includes(part)).map(word.action);
}
