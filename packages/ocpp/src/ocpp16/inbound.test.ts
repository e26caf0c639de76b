import { describe, expect, it } from "vitest";
import type { InboundContext } from "../dialect";
import type { Request } from "../messages";
import { StatusNotification } from "./availability";
import { BootNotification, Heartbeat } from "./provisioning";
import { Authorize, MeterValues, StartTransaction, StopTransaction } from "./transactions";
import { DataTransfer } from "./vendors";

const now = new Date("2026-05-01T10:00:00Z");
const context: InboundContext = {
  receivedAt: now,
  note: (text) => {
    throw new Error(`unexpected note: ${text}`);
  },
};

describe("BootNotification", () => {
  it("tells what the station is, without the fields it left empty", () => {
    const request = {
      chargePointVendor: "Wattle",
      chargePointModel: "W22",
      chargeBoxSerialNumber: "old-field",
      chargePointSerialNumber: "",
      firmwareVersion: "4.1.2",
      iccid: "",
      meterType: "EM340",
    };
    expect(BootNotification.toReport(request, context)).toEqual({
      type: "booted",
      vendor: "Wattle",
      model: "W22",
      serialNumber: "old-field",
      firmwareVersion: "4.1.2",
      meterType: "EM340",
    });
  });

  it.each([
    ["accepted", "Accepted"],
    ["pending", "Pending"],
    ["rejected", "Rejected"],
  ] as const)("is answered %s with the time and the interval", (registration, status) => {
    expect(
      BootNotification.toAnswer(
        { type: "booted", registration, intervalSeconds: 300 },
        { now },
        { chargePointVendor: "Wattle", chargePointModel: "W22" },
      ),
    ).toEqual({
      status,
      currentTime: "2026-05-01T10:00:00.000Z",
      interval: 300,
    });
  });
});

it("answers a Heartbeat with the time", () => {
  expect(Heartbeat.toReport({}, context)).toEqual({ type: "heartbeat" });
  expect(Heartbeat.toAnswer({ type: "acknowledged" }, { now }, {})).toEqual({
    currentTime: "2026-05-01T10:00:00.000Z",
  });
});

it("knows no vendor's own messages unless the domain does", () => {
  expect(DataTransfer.toReport({ vendorId: "com.wattle", messageId: "T" }, context)).toEqual({
    type: "data-transfer",
    vendor: "com.wattle",
    message: "T",
  });
  expect(
    DataTransfer.toAnswer({ type: "data-transfer", status: "unknown-vendor" }, { now }, { vendorId: "com.wattle" }),
  ).toEqual({
    status: "UnknownVendorId",
  });
  expect(
    DataTransfer.toAnswer({ type: "data-transfer", status: "accepted" }, { now }, { vendorId: "com.wattle" }),
  ).toEqual({ status: "Accepted" });
});

describe("StatusNotification", () => {
  type Status = Request<"1.6", "StatusNotification">["status"];
  it.each<[Status, string, string | undefined]>([
    ["Available", "available", undefined],
    ["Preparing", "occupied", "connected"],
    ["Charging", "occupied", "charging"],
    ["SuspendedEV", "occupied", "paused-by-car"],
    ["SuspendedEVSE", "occupied", "paused-by-station"],
    ["Finishing", "occupied", "unplug"],
    ["Reserved", "reserved", undefined],
    ["Unavailable", "unavailable", undefined],
    ["Faulted", "faulted", undefined],
  ])("says %s as %s, %s", (status, expected, activity) => {
    const request = { connectorId: 2, errorCode: "NoError", status } as const;
    expect(StatusNotification.toReport(request, context)).toEqual({
      type: "connector-status",
      connectors: [{ place: { evse: 2, connector: 1 }, status: expected, activity }],
    });
  });

  it("speaks for the station as connector 0", () => {
    const request = { connectorId: 0, errorCode: "NoError", status: "Available" } as const;
    expect(StatusNotification.toReport(request, context).connectors[0]?.place).toEqual({ evse: 0, connector: 0 });
  });

  it("keeps the fault as the station spelled it", () => {
    const request = {
      connectorId: 1,
      errorCode: "GroundFailure",
      status: "Faulted",
      info: "residual current",
      vendorErrorCode: "E-207",
      timestamp: "2026-05-01T09:00:00Z",
    } as const;
    expect(StatusNotification.toReport(request, context).connectors).toEqual([
      {
        place: { evse: 1, connector: 1 },
        status: "faulted",
        at: new Date("2026-05-01T09:00:00Z"),
        errorCode: "GroundFailure",
        errorInfo: "residual current",
        vendorErrorCode: "E-207",
      },
    ]);
  });
});

describe("a token", () => {
  it("is of unknown kind", () => {
    expect(Authorize.toReport({ idTag: "04A1" }, context)).toEqual({
      type: "token-presented",
      token: { value: "04A1", kind: "unknown" },
    });
  });

  it.each([
    ["accepted", "Accepted"],
    ["blocked", "Blocked"],
    ["expired", "Expired"],
    ["unknown", "Invalid"],
    ["concurrent", "ConcurrentTx"],
    ["no-credit", "Blocked"],
    ["not-here", "Invalid"],
    ["not-now", "Invalid"],
  ] as const)("that is %s is answered %s", (status, said) => {
    const outcome = { type: "authorized", authorization: { status } } as const;
    expect(Authorize.toAnswer(outcome, { now }, { idTag: "04A1" })).toEqual({ idTagInfo: { status: said } });
  });

  it("that may only stop is told so when it asks, for 1.6 would let it start; at the end it is welcome", () => {
    const authorization = { status: "accepted", stopsOnly: true } as const;
    expect(Authorize.toAnswer({ type: "authorized", authorization }, { now }, { idTag: "M" })).toEqual({
      idTagInfo: { status: "Invalid" },
    });
    const ended = { transactionId: 1, idTag: "M", meterStop: 1, timestamp: now.toISOString() };
    expect(StopTransaction.toAnswer({ type: "session", session: "1", authorization }, { now }, ended)).toEqual({
      idTagInfo: { status: "Accepted" },
    });
  });

  it("is answered with its group and expiry, but never with a part of a group's name", () => {
    const answerFor = (group: string) =>
      Authorize.toAnswer(
        { type: "authorized", authorization: { status: "accepted", group, expiresAt: now } },
        { now },
        { idTag: "04A1" },
      );
    const expiryDate = "2026-05-01T10:00:00.000Z";
    expect(answerFor("FLEET-7")).toEqual({ idTagInfo: { status: "Accepted", parentIdTag: "FLEET-7", expiryDate } });
    expect(answerFor("X".repeat(21)).idTagInfo).not.toHaveProperty("parentIdTag", expect.anything());
  });
});

describe("a charging session", () => {
  const start = { connectorId: 1, idTag: "04A1", meterStart: 120_400, timestamp: "2026-05-01T09:00:00Z" };
  const stop = { transactionId: 4711, meterStop: 127_900, timestamp: "2026-05-01T09:40:00Z" };

  it("starts without a name, which is ours to give", () => {
    expect(StartTransaction.toReport({ ...start, reservationId: 12 }, context)).toEqual({
      type: "session",
      phase: "started",
      at: new Date("2026-05-01T09:00:00Z"),
      offline: false,
      place: { evse: 1, connector: 1 },
      token: { value: "04A1", kind: "unknown" },
      readings: [],
      meterWh: 120_400,
      reservationId: 12,
    });
    const outcome = { type: "session", session: "4711", authorization: { status: "accepted" } } as const;
    expect(StartTransaction.toAnswer(outcome, { now }, start)).toEqual({
      transactionId: 4711,
      idTagInfo: { status: "Accepted" },
    });
  });

  it("gets its number even when the token is refused: the stop will come under it", () => {
    const outcome = { type: "session", session: "4712", authorization: { status: "unknown" } } as const;
    expect(StartTransaction.toAnswer(outcome, { now }, start)).toEqual({
      transactionId: 4712,
      idTagInfo: { status: "Invalid" },
    });
  });

  it("ends with the register, and for a local reason unless it says another", () => {
    const report = StopTransaction.toReport(
      {
        ...stop,
        idTag: "04A1",
        transactionData: [
          { timestamp: stop.timestamp, sampledValue: [{ value: "127900", context: "Transaction.End" }] },
        ],
      },
      context,
    );
    expect(report).toEqual({
      type: "session",
      phase: "ended",
      session: "4711",
      at: new Date(stop.timestamp),
      offline: false,
      token: { value: "04A1", kind: "unknown" },
      readings: [{ at: new Date(stop.timestamp), energyWh: 127_900 }],
      meterWh: 127_900,
      stopReason: "Local",
    });
    expect(StopTransaction.toReport({ ...stop, reason: "PowerLoss" }, context).stopReason).toBe("PowerLoss");
  });

  it("is answered about a token at its end only when one was presented", () => {
    expect(StopTransaction.toAnswer({ type: "session", session: "4711" }, { now }, stop)).toEqual({});
    const outcome = { type: "session", session: "4711", authorization: { status: "accepted" } } as const;
    expect(StopTransaction.toAnswer(outcome, { now }, stop)).toEqual({ idTagInfo: { status: "Accepted" } });
  });

  it("passes on a number that we never gave, for the domain to find what was meant", () => {
    const unnamed = { ...stop, transactionId: -1 };
    expect(StopTransaction.toReport(unnamed, context).session).toBe("-1");
  });

  it("takes a time that does not exist for now, and says so, rather than lose the session", () => {
    const notes: string[] = [];
    const lenient = { receivedAt: now, note: (text: string) => notes.push(text) };
    expect(StartTransaction.toReport({ ...start, timestamp: "2026-02-30T09:00:00Z" }, lenient).at).toBe(now);
    expect(notes).toEqual(["no such time, taken as now: 2026-02-30T09:00:00Z"]);
  });
});

describe("MeterValues", () => {
  it("belong to a session when they name one", () => {
    const sampledValue = [
      { value: "120612", measurand: "Energy.Active.Import.Register", unit: "Wh" } as const,
      { value: "15.1", measurand: "Current.Import", phase: "L1", unit: "A" } as const,
    ];
    const request = {
      connectorId: 1,
      transactionId: 4711,
      meterValue: [{ timestamp: "2026-05-01T09:03:00Z", sampledValue }],
    };
    expect(MeterValues.toReport(request, context)).toEqual({
      type: "meter-values",
      place: { evse: 1, connector: 1 },
      session: "4711",
      readings: [
        {
          at: new Date("2026-05-01T09:03:00Z"),
          energyWh: 120_612,
          rest: [{ value: "15.1", measurand: "Current.Import", phase: "L1", unit: "A" }],
        },
      ],
    });
    expect(MeterValues.toReport({ connectorId: 0, meterValue: [] }, context)).toEqual({
      type: "meter-values",
      place: { evse: 0, connector: 0 },
      session: undefined,
      readings: [],
    });
  });

  it("never take a signed blob for a number", () => {
    const sampledValue = [{ value: "12345", format: "SignedData" } as const];
    const request = { connectorId: 1, meterValue: [{ timestamp: "2026-05-01T09:03:00Z", sampledValue }] };
    const [reading] = MeterValues.toReport(request, context).readings;
    expect(reading?.energyWh).toBeUndefined();
    expect(reading?.rest).toEqual([
      { measurand: "Energy.Active.Import.Register", value: "12345", signed: { format: "SignedData" } },
    ]);
  });
});
