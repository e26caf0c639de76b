import { ageInSeconds, type Fields } from "../filter/fields";
import { type Filter, type Part, parseFilter } from "../filter/filter";
import { piecesOf } from "../filter/pieces";

/** What is known of every message; whatever else stands before a colon is a field of what it carries. */
export const messageFields = {
  station: { kind: { is: "text" } },
  site: { kind: { is: "text" } },
  action: { kind: { is: "text" } },
  dir: { kind: { is: "one-of", values: ["in", "out"] }, alias: ["from", "direction"] },
  outcome: {
    kind: { is: "one-of", values: ["ok", "error", "no-answer", "open", "violation"] },
    alias: ["result"],
  },
  latency: { kind: { is: "number" }, alias: ["ms"] },
  since: { kind: { is: "text" } },
  until: { kind: { is: "text" } },
  session: { kind: { is: "number" } },
  id: { kind: { is: "text" } },
} as const satisfies Fields;
export type MessageField = keyof typeof messageFields;

/** A condition on a field of what a call or its answer carries. */
export interface PayloadPart extends Omit<Part, "field"> {
  /** Lower case: `connectorid`, or as much of what leads to it as was written, `evse.id`. */
  path: string;
  /** Of the call, of the answer, or of either. */
  in: "call" | "answer" | "either";
}

export interface WrittenMessageFilter extends Filter<MessageField> {
  payload: PayloadPart[];
}

/** Reads `action:StatusNotification dir:in err >500ms payload.connectorId:2`. */
export function readMessageFilter(written: string): WrittenMessageFilter {
  const { parts, words, faults } = parseFilter(messageFields, written);
  const said = words.map((word) => ({ word, part: partSaid(word) }));
  return {
    parts: [...parts, ...said.flatMap(({ part }) => part ?? [])],
    words: said.flatMap(({ word, part }) => (part ? [] : word)),
    payload: faults.flatMap((fault) => (fault.kind === "unknown-field" ? payloadPart(fault.raw) : [])),
    faults: [...faults.filter(({ kind }) => kind !== "unknown-field"), ...faultsOfTime(parts)],
  };
}

/** Short for a whole part: `err`, `>500ms`. */
function partSaid({ text, not }: { text: string; not: boolean }): Part<MessageField> | undefined {
  if (/^err(or)?s?$/i.test(text)) return { field: "outcome", not, compare: "is", values: ["error"] };
  const [, sign, value] = /^([<>]=?)(\d+(?:\.\d+)?m?s)$/i.exec(text) ?? [];
  const compare = (["<=", ">=", "<", ">"] as const).find((each) => each === sign);
  return compare && value !== undefined ? { field: "latency", not, compare, values: [value] } : undefined;
}

function payloadPart(raw: string): PayloadPart[] {
  return piecesOf(raw).flatMap(({ field, not, compare, values }) => {
    if (field === undefined) return [];
    const [, side, path = field] = /^(payload|call|answer)\.(.+)$/.exec(field) ?? [];
    const where = side === "answer" ? "answer" : side === undefined ? "either" : "call";
    return [{ path, in: where, not, compare, values }];
  });
}

const faultsOfTime = (parts: readonly Part<MessageField>[]) =>
  parts.flatMap(({ field, values: [value = ""] }) =>
    (field === "since" || field === "until") && timeOf(value, new Date(0)) === undefined
      ? [
          {
            at: 0,
            raw: `${field}:${value}`,
            kind: "unknown-value" as const,
            field,
            valid: ["15m", "24h", "2026-11-23T14:00Z"],
          },
        ]
      : [],
  );

/** `15m` ago, or an instant of its own; undefined for what is neither. */
export function timeOf(written: string, now: Date): Date | undefined {
  const age = ageInSeconds(written);
  if (age !== undefined) return new Date(now.getTime() - age * 1_000);
  const at = /^\d{4}-\d\d-\d\d/.test(written) ? new Date(written) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at : undefined;
}

/** `500`, `500ms`, `2s` in milliseconds. */
export function millisecondsOf(written: string): number | undefined {
  const [, number, unit] = /^(\d{1,9}(?:\.\d{1,3})?)\s?(ms|s)?$/i.exec(written) ?? [];
  return number === undefined ? undefined : Number(number) * (unit?.toLowerCase() === "s" ? 1_000 : 1);
}
