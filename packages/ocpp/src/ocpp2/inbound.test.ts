import { describe, expect, it } from "vitest";
import type { InboundContext } from "../dialect";
import type { Request } from "../messages";
import { Authorize } from "./authorization";
import { NotifyEvent, StatusNotification } from "./availability";
import { BootNotification, Heartbeat, NotifyReport } from "./provisioning";
import { MeterValues, TransactionEvent } from "./transactions";
import { DataTransfer } from "./vendors";

const now = new Date("2026-05-01T10:00:00Z");
const at = "2026-05-01T09:00:00Z";
const context: InboundContext = {
  receivedAt: now,
  note: (text) => {
    throw new Error(`unexpected note: ${text}`);
  },
};

describe("BootNotification", () => {
  const chargingStation = {
    model: "Duo 44",
    vendorName: "Voltaic",
    serialNumber: "VD-1",
    modem: { iccid: "89", imsi: "" },
  };

  it("tells what the station is and why it booted", () => {
    expect(BootNotification.toReport({ chargingStation, reason: "PowerUp" }, context)).toEqual({
      type: "booted",
      vendor: "Voltaic",
      model: "Duo 44",
      serialNumber: "VD-1",
      iccid: "89",
      reason: "PowerUp",
    });
  });

  it("that we asked for is no reboot", () => {
    const report = BootNotification.toReport({ chargingStation, reason: "Triggered" }, context);
    expect(report.triggered).toBe(true);
  });

  it("is answered with the time and the interval", () => {
    const outcome = { type: "booted", registration: "pending", intervalSeconds: 30 } as const;
    expect(BootNotification.toAnswer(outcome, { now }, { chargingStation, reason: "PowerUp" })).toEqual({
      status: "Pending",
      currentTime: "2026-05-01T10:00:00.000Z",
      interval: 30,
    });
  });
});

it("answers a Heartbeat with the time", () => {
  expect(Heartbeat.toAnswer({ type: "acknowledged" }, { now }, {})).toEqual({
    currentTime: "2026-05-01T10:00:00.000Z",
  });
});

it("knows no vendor's own messages unless the domain does", () => {
  expect(DataTransfer.toReport({ vendorId: "com.voltaic", data: { a: 1 } }, context)).toEqual({
    type: "data-transfer",
    vendor: "com.voltaic",
    data: '{"a":1}',
  });
  expect(
    DataTransfer.toAnswer({ type: "data-transfer", status: "unknown-vendor" }, { now }, { vendorId: "com.voltaic" }),
  ).toEqual({
    status: "UnknownVendorId",
  });
});

describe("a connector's status", () => {
  it.each([
    ["Available", "available"],
    ["Occupied", "occupied"],
    ["Reserved", "reserved"],
    ["Unavailable", "unavailable"],
    ["Faulted", "faulted"],
  ] as const)("is the same by StatusNotification and by NotifyEvent: %s", (connectorStatus, status) => {
    const direct = StatusNotification.toReport({ evseId: 2, connectorId: 1, connectorStatus, timestamp: at }, context);
    expect(direct).toEqual({
      type: "connector-status",
      connectors: [{ place: { evse: 2, connector: 1 }, status, at: new Date(at) }],
    });
    const event = availability({ name: "Connector", evse: { id: 2, connectorId: 1 } }, connectorStatus);
    expect(NotifyEvent.toReport(notify(event), context)).toEqual(direct);
  });

  it("may speak for an evse, or for the station, in whatever letter case", () => {
    const events = [
      availability({ name: "EVSE", evse: { id: 2 } }, "Unavailable"),
      availability({ name: "chargingstation" }, "Available"),
    ];
    expect(NotifyEvent.toReport(notify(...events), context)).toMatchObject({
      connectors: [
        { place: { evse: 2 }, status: "unavailable" },
        { place: { evse: 0 }, status: "available" },
      ],
    });
  });

  it("comes with what the station says of a fault", () => {
    const event = {
      ...availability({ name: "Connector", evse: { id: 1, connectorId: 1 } }, "Faulted"),
      techCode: "E-207",
      techInfo: "residual current",
    };
    expect(NotifyEvent.toReport(notify(event), context)).toMatchObject({
      connectors: [{ status: "faulted", vendorErrorCode: "E-207", errorInfo: "residual current" }],
    });
  });

  it("is told apart from every other event", () => {
    const other = { ...availability({ name: "FiscalMetering" }, "true"), variable: { name: "Problem" } };
    const event = { variable: { component: "FiscalMetering", name: "Problem" }, actual: "true" };
    expect(NotifyEvent.toReport(notify(other), context)).toMatchObject({ type: "events", events: [event] });
    const connector = availability({ name: "Connector", evse: { id: 1, connectorId: 1 } }, "Available");
    expect(NotifyEvent.toReport(notify(other, connector), context)).toMatchObject({
      type: "connector-status",
      connectors: [{ status: "available" }],
      events: [event],
    });
  });

  it("is noted when it cannot be understood", () => {
    const notes: string[] = [];
    const odd = [
      availability({ name: "Connector" }, "Available"),
      availability({ name: "Connector", evse: { id: 1, connectorId: 1 } }, "toString"),
    ];
    const lenient = { receivedAt: now, note: (text: string) => notes.push(text) };
    expect(NotifyEvent.toReport(notify(...odd), lenient)).toEqual({ type: "events", events: [] });
    expect(notes).toEqual([
      "AvailabilityState not understood: Connector is Available",
      "AvailabilityState not understood: Connector is toString",
    ]);
  });
});

describe("a token", () => {
  const presented = { idToken: { idToken: "04A1", type: "ISO14443" } };

  it("keeps its kind, in lower case, also one that no version lists", () => {
    const report = (type: string) => Authorize.toReport({ idToken: { idToken: "04A1", type } }, context).token;
    expect(report("ISO14443")).toEqual({ value: "04A1", kind: "iso14443" });
    expect(report("Palm")).toEqual({ value: "04A1", kind: "palm" });
  });

  it.each([
    ["accepted", "Accepted"],
    ["blocked", "Blocked"],
    ["expired", "Expired"],
    ["unknown", "Unknown"],
    ["not-here", "NotAtThisLocation"],
    ["wrong-type", "NotAllowedTypeEVSE"],
    ["stops-only", "Invalid"],
  ] as const)("that is %s is answered %s", (status, said) => {
    const outcome = { type: "authorized", authorization: { status } } as const;
    expect(Authorize.toAnswer(outcome, { now }, presented)).toEqual({ idTokenInfo: { status: said } });
  });

  it.each([
    ["concurrent", "ConcurrentTx"],
    ["no-credit", "NoCredit"],
    ["not-now", "NotAtThisTime"],
  ] as const)("that is %s for now is answered %s, and not to be remembered", (status, said) => {
    const outcome = { type: "authorized", authorization: { status } } as const;
    expect(Authorize.toAnswer(outcome, { now }, presented)).toEqual({
      idTokenInfo: { status: said, cacheExpiryDateTime: now.toISOString() },
    });
  });

  it("comes with its group, its evses, its rank and what is shown to the driver", () => {
    const authorization = {
      status: "accepted",
      group: "FLEET",
      evses: [1, 3],
      priority: 5,
      message: { text: "Guten Morgen", language: "de" },
    } as const;
    expect(Authorize.toAnswer({ type: "authorized", authorization }, { now }, presented).idTokenInfo).toEqual({
      status: "Accepted",
      groupIdToken: { idToken: "FLEET", type: "Central" },
      evseId: [1, 3],
      chargingPriority: 5,
      personalMessage: { format: "UTF8", language: "de", content: "Guten Morgen" },
    });
  });

  it("that comes with a contract certificate is not accepted, because nobody here can check it", () => {
    const outcome = { type: "authorized", authorization: { status: "accepted" } } as const;
    const hash = { hashAlgorithm: "SHA256", issuerNameHash: "a1", issuerKeyHash: "b2", serialNumber: "c3" } as const;
    const contract = { idToken: { idToken: "DE8ACC12E46L89", type: "eMAID" } };
    for (const request of [
      { ...contract, certificate: "-----BEGIN CERTIFICATE-----" },
      { ...contract, iso15118CertificateHashData: [{ ...hash, responderURL: "http://ocsp.invalid" }] },
    ]) {
      expect(Authorize.toAnswer(outcome, { now }, request)).toEqual({
        idTokenInfo: { status: "Invalid" },
        certificateStatus: "CertChainError",
      });
    }
  });

  it("is answered with its group and expiry", () => {
    const authorization = { status: "accepted", group: "FLEET-7", expiresAt: now } as const;
    expect(Authorize.toAnswer({ type: "authorized", authorization }, { now }, presented)).toEqual({
      idTokenInfo: {
        status: "Accepted",
        groupIdToken: { idToken: "FLEET-7", type: "Central" },
        cacheExpiryDateTime: "2026-05-01T10:00:00.000Z",
      },
    });
  });
});

describe("TransactionEvent", () => {
  const event = (fields: Partial<Request<"2.1", "TransactionEvent">> = {}): Request<"2.1", "TransactionEvent"> => ({
    eventType: "Updated",
    timestamp: at,
    triggerReason: "MeterValuePeriodic",
    seqNo: 3,
    transactionInfo: { transactionId: "tx-1" },
    ...fields,
  });

  it("says only what was said: fields are sent once, and absent means not said", () => {
    expect(TransactionEvent.toReport(event(), context)).toEqual({
      type: "session",
      phase: "updated",
      session: "tx-1",
      sequence: 3,
      at: new Date(at),
      offline: false,
      readings: [],
      trigger: "MeterValuePeriodic",
    });
  });

  it("says everything that was said", () => {
    const full = event({
      eventType: "Started",
      seqNo: 0,
      offline: true,
      triggerReason: "RemoteStart",
      evse: { id: 2 },
      idToken: { idToken: "SUPPORT", type: "Central" },
      reservationId: 12,
      transactionInfo: { transactionId: "tx-1", chargingState: "EVConnected", remoteStartId: 17 },
      meterValue: [
        {
          timestamp: at,
          sampledValue: [{ value: 104, measurand: "Power.Active.Import", unitOfMeasure: { multiplier: 2 } }],
        },
      ],
    });
    expect(TransactionEvent.toReport(full, context)).toEqual({
      type: "session",
      phase: "started",
      session: "tx-1",
      sequence: 0,
      at: new Date(at),
      offline: true,
      place: { evse: 2 },
      token: { value: "SUPPORT", kind: "central" },
      activity: "connected",
      readings: [{ at: new Date(at), powerW: 10_400 }],
      trigger: "RemoteStart",
      remoteStartId: 17,
      reservationId: 12,
    });
  });

  it.each([
    ["EVConnected", "connected"],
    ["Charging", "charging"],
    ["SuspendedEV", "paused-by-car"],
    ["SuspendedEVSE", "paused-by-station"],
    ["Idle", "idle"],
  ] as const)("says %s as %s", (chargingState, activity) => {
    const request = event({ transactionInfo: { transactionId: "tx-1", chargingState } });
    expect(TransactionEvent.toReport(request, context).activity).toBe(activity);
  });

  it("ends for a local reason unless it says another, and does not end for one before", () => {
    const ended = event({ eventType: "Ended" });
    expect(TransactionEvent.toReport(ended, context).stopReason).toBe("Local");
    const lost = { ...ended, transactionInfo: { transactionId: "tx-1", stoppedReason: "PowerLoss" } as const };
    expect(TransactionEvent.toReport(lost, context).stopReason).toBe("PowerLoss");
    expect(TransactionEvent.toReport(event(), context).stopReason).toBeUndefined();
  });

  it("is answered about a token whenever one was presented, and only then", () => {
    expect(TransactionEvent.toAnswer({ type: "session", session: "tx-1" }, { now }, event())).toEqual({});
    const outcome = { type: "session", session: "tx-1", authorization: { status: "expired" } } as const;
    expect(TransactionEvent.toAnswer(outcome, { now }, event())).toEqual({ idTokenInfo: { status: "Expired" } });
  });
});

describe("MeterValues", () => {
  it("scale by the power of ten that they name, and keep what was signed", () => {
    const signedMeterValue = { signedMeterData: "b2NtZg==", signingMethod: "", encodingMethod: "OCMF", publicKey: "" };
    const sampledValue = [{ value: 1234, unitOfMeasure: { unit: "kWh", multiplier: -2 }, signedMeterValue }];
    expect(MeterValues.toReport({ evseId: 0, meterValue: [{ timestamp: at, sampledValue }] }, context)).toEqual({
      type: "meter-values",
      place: { evse: 0 },
      readings: [
        {
          at: new Date(at),
          energyWh: 12_340,
          rest: [{ measurand: "Energy.Active.Import.Register", value: 12.34, unit: "kWh", signed: signedMeterValue }],
        },
      ],
    });
  });
});

describe("NotifyReport", () => {
  const part = { requestId: 21, generatedAt: at, seqNo: 0 };

  it("tells every attribute of every variable, with what the variable is", () => {
    const report = NotifyReport.toReport(
      {
        ...part,
        tbc: true,
        reportData: [
          {
            component: { name: "EVSE", evse: { id: 1 } },
            variable: { name: "Power", instance: "L1" },
            variableAttribute: [
              { value: "0", mutability: "ReadOnly", persistent: false, constant: false },
              { type: "MaxSet", value: "22000" },
            ],
            variableCharacteristics: {
              dataType: "decimal",
              unit: "W",
              minLimit: 0,
              maxLimit: 22_000,
              supportsMonitoring: true,
            },
          },
        ],
      },
      context,
    );
    const variable = { component: "EVSE", evse: 1, name: "Power", instance: "L1" };
    const whole = { type: "decimal", unit: "W", min: 0, max: 22_000, supportsMonitoring: true };
    expect(report).toEqual({
      type: "variables",
      part: { requestId: 21, sequence: 0, last: false },
      readings: [
        {
          variable,
          attribute: "actual",
          value: "0",
          mutability: "read-only",
          persistent: false,
          constant: false,
          ...whole,
        },
        { variable, attribute: "max-set", value: "22000", ...whole },
      ],
    });
  });

  it("ends when nothing is to be continued, also when it brings nothing", () => {
    expect(NotifyReport.toReport({ ...part, seqNo: 4 }, context)).toEqual({
      type: "variables",
      part: { requestId: 21, sequence: 4, last: true },
      readings: [],
    });
  });

  it("tells the allowed values of a list one by one", () => {
    const reportData: Request<"2.1", "NotifyReport">["reportData"] = [
      {
        component: { name: "Connector", evse: { id: 1, connectorId: 1 } },
        variable: { name: "ConnectorType" },
        variableAttribute: [{ value: "cType2" }],
        variableCharacteristics: { dataType: "OptionList", valuesList: "cType2, sType2,", supportsMonitoring: false },
      },
    ];
    expect(NotifyReport.toReport({ ...part, reportData }, context).readings).toMatchObject([
      { variable: { evse: 1, connector: 1 }, type: "option-list", values: ["cType2", "sType2"] },
    ]);
  });
});

type EventData = Request<"2.1", "NotifyEvent">["eventData"][number];

function availability(component: EventData["component"], actualValue: string): EventData {
  return {
    eventId: 1,
    timestamp: at,
    trigger: "Delta",
    actualValue,
    component,
    variable: { name: "AvailabilityState" },
    eventNotificationType: "HardWiredNotification",
  };
}

function notify(...eventData: EventData[]): Request<"2.1", "NotifyEvent"> {
  return { generatedAt: at, seqNo: 0, eventData };
}
