/**
 * The gist of a message in a line of its table, from the frame as it went over the wire. This is one of the places
 * that know the stations' own words: it shows a conversation, it decides nothing.
 */
export function whatItSays(action: string | null, frame: string): string {
  const payload = payloadOf(frame);
  if (payload === undefined) return frame.slice(0, 120);
  const gist = action === null ? undefined : gists[action]?.(payload);
  return (gist ?? generic(payload)).slice(0, 160);
}

/** What the answer to a call says: its status, or the error it carries. */
export function whatTheAnswerSays(frame: string): string {
  const parts = parsed(frame);
  if (Array.isArray(parts) && parts[0] === 4) return words(text(parts[2]), text(parts[3]));
  const payload = payloadOf(frame);
  if (payload === undefined) return frame.slice(0, 120);
  const status =
    text(payload.status) ?? text(at(payload, "idTagInfo", "status")) ?? text(at(payload, "idTokenInfo", "status"));
  return status ?? "ok";
}

type Payload = Record<string, unknown>;

const gists: Record<string, (payload: Payload) => string | undefined> = {
  BootNotification: (p) =>
    words(
      text(p.chargePointVendor) ?? text(at(p, "chargingStation", "vendorName")),
      text(p.chargePointModel) ?? text(at(p, "chargingStation", "model")),
      text(p.firmwareVersion) ?? text(at(p, "chargingStation", "firmwareVersion")),
      text(p.reason),
    ),
  StatusNotification: (p) =>
    words(
      place(p),
      text(p.status) ?? text(p.connectorStatus),
      p.errorCode === "NoError" ? undefined : text(p.errorCode),
      text(p.info),
    ),
  Authorize: (p) => text(p.idTag) ?? words(text(at(p, "idToken", "idToken")), text(at(p, "idToken", "type"))),
  StartTransaction: (p) => words(place(p), text(p.idTag), amount(p.meterStart, "Wh")),
  StopTransaction: (p) => words(amount(p.transactionId, "", "tx "), text(p.reason), amount(p.meterStop, "Wh")),
  TransactionEvent: (p) =>
    words(
      text(p.eventType),
      place(p),
      text(p.triggerReason),
      text(at(p, "transactionInfo", "stoppedReason")),
      measured(p.meterValue),
      amount(p.seqNo, "", "seq "),
    ),
  MeterValues: (p) => words(place(p), measured(p.meterValue)),
  NotifyEvent: (p) =>
    counted(p.eventData, (event) =>
      words(text(at(event, "component", "name")), text(at(event, "variable", "name")), text(event.actualValue)),
    ),
  NotifyReport: (p) =>
    words(
      counted(p.reportData, (row) => words(text(at(row, "component", "name")), text(at(row, "variable", "name")))),
      amount(p.seqNo, "", "seq "),
    ),
  DataTransfer: (p) => words(text(p.vendorId), text(p.messageId)),
  GetVariables: (p) => counted(p.getVariableData, variableName),
  SetVariables: (p) => counted(p.setVariableData, variableName),
  GetConfiguration: (p) => (Array.isArray(p.key) ? p.key.join(", ") : "all keys"),
  ChangeConfiguration: (p) => words(text(p.key), "=", text(p.value)),
  RemoteStartTransaction: (p) => words(place(p), text(p.idTag)),
  RequestStartTransaction: (p) => words(place(p), text(at(p, "idToken", "idToken"))),
  TriggerMessage: (p) => words(text(p.requestedMessage), place(p), amount(at(p, "evse", "id"), "", "#")),
  ChangeAvailability: (p) =>
    words(place(p) ?? amount(at(p, "evse", "id"), "", "#"), text(p.type) ?? text(p.operationalStatus)),
  Heartbeat: () => "",
};

/** For actions without a line of their own: the first plain values. */
const generic = (payload: Payload) =>
  Object.entries(payload)
    .flatMap(([key, value]) => (typeof value === "object" ? [] : [`${key} ${String(value)}`]))
    .slice(0, 3)
    .join(", ");

const variableName = (row: Payload) => words(text(at(row, "component", "name")), text(at(row, "variable", "name")));

function place(p: Payload): string | undefined {
  const evse = p.evseId ?? at(p, "evse", "id");
  const connector = p.connectorId ?? at(p, "evse", "connectorId");
  if (evse !== undefined && connector !== undefined) return `#${String(evse)}/${String(connector)}`;
  const one = evse ?? connector;
  return one === undefined ? undefined : `#${String(one)}`;
}

/** The readings that everybody looks for first. */
function measured(meterValue: unknown): string | undefined {
  const last = Array.isArray(meterValue) ? asPayload(meterValue.at(-1)) : undefined;
  const samples = last?.sampledValue;
  if (!Array.isArray(samples)) return undefined;
  const known = samples.flatMap((sample) => {
    const { measurand = "Energy.Active.Import.Register", value, unit, unitOfMeasure, phase } = asPayload(sample) ?? {};
    if (phase !== undefined) return [];
    const said = text(unit) ?? text(asPayload(unitOfMeasure)?.unit);
    if (measurand === "Power.Active.Import") return [`${String(value)} ${said ?? "W"}`];
    if (measurand === "Energy.Active.Import.Register") return [`${String(value)} ${said ?? "Wh"}`];
    return measurand === "SoC" ? [`SoC ${String(value)} %`] : [];
  });
  return known.length > 0 ? known.join(", ") : `${samples.length} values`;
}

function counted(list: unknown, each: (row: Payload) => string): string {
  if (!Array.isArray(list)) return "";
  const first = asPayload(list[0]);
  return words(first && each(first), list.length > 1 ? `and ${list.length - 1} more` : undefined);
}

const words = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== "").join(" ");

const amount = (value: unknown, unit: string, before = "") =>
  typeof value === "number" ? `${before}${value}${unit && ` ${unit}`}` : undefined;

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

const at = (payload: Payload, key: string, inner: string) => asPayload(payload[key])?.[inner];

/** The payload of a call, a send or an answer: the last part that is an object. */
function payloadOf(frame: string): Payload | undefined {
  const parts = parsed(frame);
  return Array.isArray(parts)
    ? asPayload(parts.findLast((part) => typeof part === "object" && part !== null))
    : undefined;
}

const asPayload = (value: unknown): Payload | undefined =>
  // A frame's payload is whatever the station wrote; every field is looked at before it is used.
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Payload) : undefined;

function parsed(frame: string): unknown {
  try {
    return JSON.parse(frame);
  } catch {
    // Not JSON, or cut off: evidence all the same, shown as it is.
    return undefined;
  }
}
