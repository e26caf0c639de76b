import type { Authorization } from "@chargehand/domain/authorization";
import type { Reading } from "@chargehand/domain/reading";
import type { Place, TokenRef } from "@chargehand/domain/vocabulary";
import type { InboundContext } from "../dialect";
import type { Request, Response } from "../messages";
import { type Sample, toReading } from "../readings";
import { toDate } from "../translate";

type Evse = NonNullable<Request<"2.1", "TransactionEvent">["evse"]>;
type IdToken = Request<"2.1", "Authorize">["idToken"];
type IdTokenInfo = Response<"2.1", "Authorize">["idTokenInfo"];
type MeterValue = Request<"2.1", "MeterValues">["meterValue"][number];

/** A connector that was not said is not guessed. */
export const toPlace = ({ id, connectorId }: Evse): Place => ({ evse: id, connector: connectorId });

export const toEvse = (evse: number, connector?: number): Evse => ({ id: evse, connectorId: connector });

/** The kinds are open since 2.1, so any word is taken. */
export const toToken = ({ idToken, type }: IdToken): TokenRef => ({ value: idToken, kind: type.toLowerCase() });

const kinds: ReadonlyMap<string, string> = new Map(
  [
    "Central",
    "DirectPayment",
    "eMAID",
    "EVCCID",
    "ISO14443",
    "ISO15693",
    "KeyCode",
    "Local",
    "MacAddress",
    "NoAuthorization",
    "VIN",
  ].map((type) => [type.toLowerCase(), type]),
);

/** Those that 2.0.1 knows too. */
export const kindsOf201: ReadonlySet<string> = new Set(
  [...kinds.keys()].filter((kind) => kind !== "directpayment" && kind !== "evccid" && kind !== "vin"),
);

/** A token as we say it. One of unknown kind (learned from a 1.6 station) goes as Central: as issued by us. */
export const toIdToken = ({ value, kind }: TokenRef): IdToken => ({
  idToken: value,
  type: kinds.get(kind) ?? "Central",
});

const statuses = {
  accepted: "Accepted",
  blocked: "Blocked",
  expired: "Expired",
  unknown: "Unknown",
  concurrent: "ConcurrentTx",
  "no-credit": "NoCredit",
  "not-here": "NotAtThisLocation",
  "wrong-type": "NotAllowedTypeEVSE",
  "not-now": "NotAtThisTime",
  "stops-only": "Invalid",
} as const satisfies Record<Authorization["status"], IdTokenInfo["status"]>;

/** What we say about a token. */
export function toIdTokenInfo(
  { status, group, expiresAt, evses, priority, message }: Authorization,
  now?: Date,
): IdTokenInfo {
  const [firstEvse, ...otherEvses] = evses ?? [];
  // A moment that is past already says: do not keep this.
  const keptUntil = now && passing.has(status) ? now : expiresAt;
  return {
    status: statuses[status],
    groupIdToken: group ? { idToken: group, type: "Central" } : undefined,
    cacheExpiryDateTime: keptUntil?.toISOString(),
    evseId: firstEvse === undefined ? undefined : [firstEvse, ...otherEvses],
    chargingPriority: priority,
    personalMessage: message && { format: "UTF8", language: message.language, content: message.text },
  };
}

/** What is so only now, so that a station must not go on to believe it. */
const passing: ReadonlySet<Authorization["status"]> = new Set(["concurrent", "no-credit", "not-now"]);

/** What the meter said, moment by moment. */
export function toReadings(meterValues: readonly MeterValue[], context: InboundContext): Reading[] {
  return meterValues.map(({ timestamp, sampledValue }) =>
    toReading(toDate(timestamp, context), sampledValue.map(toSample), context.note),
  );
}

function toSample(sampled: MeterValue["sampledValue"][number]): Sample {
  const { value, measurand, phase, location, context, unitOfMeasure, signedMeterValue } = sampled;
  const sample: Sample = { measurand, value: scaled(value, unitOfMeasure?.multiplier) };
  // Set only where said: most samples say little, and what is kept of them is kept for years.
  if (unitOfMeasure?.unit !== undefined) sample.unit = unitOfMeasure.unit;
  if (phase !== undefined) sample.phase = phase;
  if (location !== undefined) sample.location = location;
  if (context !== undefined) sample.context = context;
  if (signedMeterValue) sample.signed = textsOf(signedMeterValue);
  return sample;
}

// The multiplier is a power of ten. Dividing keeps 1234 × 10^-2 at 12.34, where multiplying may not.
function scaled(value: number, multiplier = 0): number {
  return multiplier < 0 ? value / 10 ** -multiplier : value * 10 ** multiplier;
}

function textsOf(fields: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
