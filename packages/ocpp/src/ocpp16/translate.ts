import type { Authorization } from "@chargehand/domain/authorization";
import type { Reading } from "@chargehand/domain/reading";
import type { Place, TokenRef } from "@chargehand/domain/vocabulary";
import type { InboundContext } from "../dialect";
import type { Request, Response } from "../messages";
import { type Sample, toReading } from "../readings";
import { toDate } from "../translate";

/** 1.6 numbers its connectors only. Each is an evse of its own, with one connector; 0 is the station. */
export const toPlace = (connectorId: number): Place => ({ evse: connectorId, connector: connectorId === 0 ? 0 : 1 });

/** 1.6 does not say what kind of token was presented. */
export const toToken = (idTag: string): TokenRef => ({ value: idTag, kind: "unknown" });

type IdTagInfo = Response<"1.6", "Authorize">["idTagInfo"];

const statuses = {
  accepted: "Accepted",
  blocked: "Blocked",
  expired: "Expired",
  unknown: "Invalid",
  concurrent: "ConcurrentTx",
  // 1.6 has no word for who is known and may charge, but not here, not now, or not on credit.
  "no-credit": "Blocked",
  "not-here": "Invalid",
  "wrong-type": "Invalid",
  "not-now": "Invalid",
  "stops-only": "Invalid",
} as const satisfies Record<Authorization["status"], IdTagInfo["status"]>;

/** What we say about a token. */
export function toIdTagInfo({ status, group, expiresAt }: Authorization): IdTagInfo {
  return {
    status: statuses[status],
    // A group's name that is longer than an idTag may be cannot be said: cut, it would be another group.
    parentIdTag: group && group.length <= longestIdTag ? group : undefined,
    expiryDate: expiresAt?.toISOString(),
  };
}

export const longestIdTag = 20;

type MeterValue = Request<"1.6", "MeterValues">["meterValue"][number];

/** What the meter said, moment by moment. */
export function toReadings(meterValues: readonly MeterValue[], context: InboundContext): Reading[] {
  return meterValues.map(({ timestamp, sampledValue }) =>
    toReading(toDate(timestamp, context), sampledValue.map(toSample), context.note),
  );
}

function toSample({ format, ...said }: MeterValue["sampledValue"][number]): Sample {
  // A signed value is a blob; it must not be parsed as a number, even where it looks like one.
  return format === "SignedData" ? { ...said, signed: { format } } : said;
}
