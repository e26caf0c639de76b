import { describe, expect, it } from "vitest";
import type { VirtualStation } from "../src/station";
import { useDefault } from "./plain-csms";
import { versions, withCsms } from "./stations";

const { csms, station } = withCsms();

async function charging(virtual: VirtualStation): Promise<void> {
  await virtual.connect();
  await virtual.plugIn(1);
  await virtual.presentToken(1, "TAG1");
}

const statusOf = (answer: unknown[]): unknown => {
  const [, , payload] = answer;
  return typeof payload === "object" && payload !== null && "status" in payload ? payload.status : undefined;
};

const acknowledged = (virtual: VirtualStation, action: string, times = 1) =>
  virtual.ledger.waitFor(
    () => virtual.ledger.acknowledged.filter((entry) => "action" in entry && entry.action === action).length >= times,
  );

const remoteStart = (version: string): [string, object] =>
  version === "1.6"
    ? ["RemoteStartTransaction", { idTag: "REMOTE", connectorId: 1 }]
    : ["RequestStartTransaction", { idToken: { idToken: "REMOTE", type: "Central" }, remoteStartId: 42, evseId: 1 }];

const started = (version: string): string => (version === "1.6" ? "StartTransaction" : "TransactionEvent");

describe.each(versions)("a remote start in %s", (version) => {
  it("starts where a car waits", async () => {
    const virtual = station({ version });
    await virtual.connect();
    await virtual.plugIn(1);
    expect(statusOf(await csms().command(...remoteStart(version)))).toBe("Accepted");
    await acknowledged(virtual, started(version));
    const [start] = csms().calls(started(version));
    expect(start).toMatchObject(
      version === "1.6"
        ? { idTag: "REMOTE", connectorId: 1 }
        : {
            eventType: "Started",
            triggerReason: "RemoteStart",
            idToken: { idToken: "REMOTE", type: "Central" },
            transactionInfo: { remoteStartId: 42 },
          },
    );
    expect(csms().calls("Authorize")).toEqual([]);
  });

  it("waits for the cable, and is dropped without a word when none comes", async () => {
    const virtual = station({ version, settings: { connectionTimeOutMs: 60 } });
    await virtual.connect();
    expect(statusOf(await csms().command(...remoteStart(version)))).toBe("Accepted");
    expect(virtual.charger.evse(1)?.authorisation).toBeDefined();
    await expect.poll(() => virtual.charger.evse(1)?.authorisation).toBeUndefined();
    await virtual.plugIn(1);
    expect(csms().calls(started(version))).toEqual([]);
  });

  it("is refused where somebody charges already, or nobody can", async () => {
    const virtual = station({ version });
    await charging(virtual);
    expect(statusOf(await csms().command(...remoteStart(version)))).toBe("Rejected");
    const elsewhere = version === "1.6" ? { idTag: "R", connectorId: 9 } : { ...remoteStart(version)[1], evseId: 9 };
    expect(statusOf(await csms().command(remoteStart(version)[0], elsewhere))).toBe("Rejected");
  });

  it("asks first when it is told to", async () => {
    const virtual = station({ version, settings: { authorizeRemoteStart: true } });
    await virtual.connect();
    await virtual.plugIn(1);
    csms().answers = (action) => {
      if (action !== "Authorize") return useDefault;
      return version === "1.6" ? { idTagInfo: { status: "Blocked" } } : { idTokenInfo: { status: "Blocked" } };
    };
    await csms().command(...remoteStart(version));
    await acknowledged(virtual, "Authorize");
    await virtual.settled();
    expect(virtual.transaction(1)).toBeUndefined();
  });
});

describe.each(versions)("a remote stop in %s", (version) => {
  it("ends that transaction and no other", async () => {
    const virtual = station({ version });
    await charging(virtual);
    const wireId = virtual.transaction(1)?.wireId;
    const command = version === "1.6" ? "RemoteStopTransaction" : "RequestStopTransaction";
    const asked = (id: string | undefined) => ({ transactionId: version === "1.6" ? Number(id) : id });
    expect(statusOf(await csms().command(command, asked("77")))).toBe("Rejected");
    expect(virtual.transaction(1)).toBeDefined();
    expect(statusOf(await csms().command(command, asked(wireId)))).toBe("Accepted");
    await virtual.settled();
    expect(virtual.transaction(1)).toBeUndefined();
    const last = csms()
      .calls(version === "1.6" ? "StopTransaction" : "TransactionEvent")
      .at(-1);
    expect(last).toMatchObject(
      version === "1.6"
        ? { reason: "Remote" }
        : { triggerReason: "RemoteStop", transactionInfo: { stoppedReason: "Remote" } },
    );
  });
});

describe.each(versions)("a reset in %s", (version) => {
  it("ends what charges, disconnects, boots and tells everything again", async () => {
    const virtual = station({ version });
    await charging(virtual);
    const gone = new Promise((resolve) => csms().newest.once("close", resolve));
    const order = version === "1.6" ? { type: "Soft" } : { type: "Immediate" };
    expect(statusOf(await csms().command("Reset", order))).toBe("Accepted");
    expect(await gone).toBe(1001);
    await acknowledged(virtual, "BootNotification", 2);
    await virtual.settled();
    const [transaction] = virtual.ledger.transactions.values();
    expect(transaction?.facts.at(-1)).toMatchObject({ phase: "ended", acknowledged: true });
    expect(csms().calls("BootNotification")[1]).toMatchObject(version === "1.6" ? {} : { reason: "RemoteReset" });
    const after = csms()
      .calls("StatusNotification")
      .slice(version === "1.6" ? -3 : -2);
    expect(after[version === "1.6" ? 1 : 0]).toMatchObject(
      version === "1.6" ? { connectorId: 1, status: "Preparing" } : { evseId: 1, connectorStatus: "Occupied" },
    );
  });
});

describe.each(["2.0.1", "2.1"] as const)("a reset of %s", (version) => {
  it("waits for the last car when it is to be on idle", async () => {
    const virtual = station({ version });
    await charging(virtual);
    expect(statusOf(await csms().command("Reset", { type: "OnIdle" }))).toBe("Scheduled");
    expect(statusOf(await csms().command(...remoteStart(version)))).toBe("Rejected");
    expect(csms().calls("BootNotification")).toHaveLength(1);
    await virtual.unplug(1);
    await acknowledged(virtual, "BootNotification", 2);
  });

  it("of one EVSE leaves the station up", async () => {
    const virtual = station({ version });
    await charging(virtual);
    expect(statusOf(await csms().command("Reset", { type: "Immediate", evseId: 1 }))).toBe("Accepted");
    await virtual.ledger.waitFor(() => csms().calls("StatusNotification").length >= 5);
    const states = csms().calls("StatusNotification").slice(2);
    expect(states.map(({ connectorStatus }) => connectorStatus)).toEqual(["Occupied", "Unavailable", "Occupied"]);
    expect(csms().connections).toBe(1);
    expect(csms().calls("BootNotification")).toHaveLength(1);
  });
});

describe("a reset of 2.1 that keeps transactions", () => {
  it.each(["the station", "one EVSE"])("lets them go on after %s is back, and says so", async (what) => {
    const virtual = station({ version: "2.1" });
    await charging(virtual);
    const transactionId = virtual.transaction(1)?.wireId;
    const evse = what === "one EVSE" ? { evseId: 1 } : {};
    expect(statusOf(await csms().command("Reset", { type: "ImmediateAndResume", ...evse }))).toBe("Accepted");
    await virtual.ledger.waitFor(
      (entry) => entry.kind === "acknowledged" && JSON.stringify(entry).includes("TxResumed"),
    );
    const events = csms().calls("TransactionEvent");
    expect(events.at(-1)).toMatchObject({
      ...{ eventType: "Updated", triggerReason: "TxResumed" },
      transactionInfo: { transactionId, chargingState: "Charging" },
    });
    expect(events.map(({ seqNo }) => seqNo)).toEqual(events.map((_, index) => index));
    expect(csms().calls("BootNotification")).toHaveLength(what === "one EVSE" ? 1 : 2);
    expect(virtual.transaction(1)?.wireId).toBe(transactionId);
  });

  it("has no word in 2.0.1", async () => {
    await station({ version: "2.0.1" }).connect();
    expect((await csms().command("Reset", { type: "ImmediateAndResume" }))[2]).toBe("FormatViolation");
  });
});

describe.each(versions)("availability in %s", (version) => {
  it("changes at once where nobody charges, and after the transaction where somebody does", async () => {
    const virtual = station({ version });
    await charging(virtual);
    const change = (place: number, operative: boolean): Promise<unknown[]> => {
      const wanted = operative ? "Operative" : "Inoperative";
      return csms().command(
        "ChangeAvailability",
        version === "1.6" ? { connectorId: place, type: wanted } : { operationalStatus: wanted, evse: { id: place } },
      );
    };
    expect(statusOf(await change(2, false))).toBe("Accepted");
    expect(statusOf(await change(1, false))).toBe("Scheduled");
    await virtual.settled();
    expect(virtual.charger.evses.map(({ connectors }) => connectors[0]?.condition)).toEqual([
      "charging",
      "unavailable",
    ]);
    await virtual.unplug(1);
    expect(virtual.charger.evses.map(({ connectors }) => connectors[0]?.condition)).toEqual([
      "unavailable",
      "unavailable",
    ]);
    expect(await virtual.presentToken(2, "TAG1")).toBe("refused");
    expect(statusOf(await change(1, true))).toBe("Accepted");
    await virtual.settled();
    expect(virtual.charger.evse(1)?.connectors[0]?.condition).toBe("available");
    // It outlasts a restart.
    await virtual.reboot();
    expect(virtual.charger.evse(2)?.connectors[0]?.condition).toBe("unavailable");
  });
});

describe("unlocking", () => {
  it("ends the transaction first in 1.6", async () => {
    const virtual = station({ version: "1.6" });
    await charging(virtual);
    expect(statusOf(await csms().command("UnlockConnector", { connectorId: 1 }))).toBe("Unlocked");
    await virtual.settled();
    expect(csms().calls("StopTransaction")).toMatchObject([{ reason: "UnlockCommand" }]);
    expect(statusOf(await csms().command("UnlockConnector", { connectorId: 7 }))).toBe("NotSupported");
  });

  it("never touches a transaction in 2.x", async () => {
    const virtual = station({ version: "2.1" });
    await charging(virtual);
    const unlock = (evseId: number) => csms().command("UnlockConnector", { evseId, connectorId: 1 });
    expect(statusOf(await unlock(1))).toBe("OngoingAuthorizedTransaction");
    expect(statusOf(await unlock(2))).toBe("Unlocked");
    expect(statusOf(await unlock(3))).toBe("UnknownConnector");
    virtual.order({ jammedLock: true });
    expect(statusOf(await unlock(2))).toBe("UnlockFailed");
  });
});

describe("the configuration of a 1.6 station", () => {
  const change = async (key: string, value: string) =>
    statusOf(await csms().command("ChangeConfiguration", { key, value }));

  it("takes effect, and refuses what cannot be", async () => {
    const virtual = station({ version: "1.6" });
    await virtual.connect();
    expect(await change("meterValueSampleInterval", "15")).toBe("Accepted");
    expect(virtual.settings.sampleMs).toBe(15_000);
    expect(await change("NumberOfConnectors", "9")).toBe("Rejected");
    expect(await change("HeartbeatInterval", "-5")).toBe("Rejected");
    expect(await change("MeterValuesSampledData", "SoC,Nonsense")).toBe("Rejected");
    expect(await change("ModemApn", "m2m.example")).toBe("RebootRequired");
    expect(await change("NoSuchKey", "1")).toBe("NotSupported");
  });

  it("tells about forty keys, which are read-only, and which it does not know", async () => {
    const virtual = station({ version: "1.6" });
    await virtual.connect();
    const [, , all] = await csms().command("GetConfiguration", {});
    expect(all).toHaveProperty("configurationKey.40");
    expect(JSON.stringify(all)).not.toContain("AuthorizationKey");
    const [, , some] = await csms().command("GetConfiguration", { key: ["NumberOfConnectors", "Nonsense"] });
    expect(some).toEqual({
      configurationKey: [{ key: "NumberOfConnectors", readonly: true, value: "2" }],
      unknownKey: ["Nonsense"],
    });
  });

  it("comes back with the new secret", async () => {
    const virtual = station({ version: "1.6", secret: "00".repeat(16) });
    await virtual.connect();
    expect(await change("AuthorizationKey", "too short")).toBe("Rejected");
    expect(await change("AuthorizationKey", "ab".repeat(16))).toBe("Accepted");
    await virtual.ledger.waitFor(() => virtual.ledger.counts.connected === 2);
    const credentials = Buffer.from(csms().upgrades[1]?.authorization?.slice(6) ?? "", "base64");
    expect(credentials.subarray(5).toString("hex")).toBe("ab".repeat(16));
  });
});

describe("the device model of a 2.x station", () => {
  const variable = (component: string, name: string, instance?: string) => ({
    component: { name: component },
    variable: { name, ...(instance && { instance }) },
  });

  const set = async (asked: object, attributeValue: string): Promise<unknown> => {
    const [, , payload] = await csms().command("SetVariables", { setVariableData: [{ ...asked, attributeValue }] });
    return payload;
  };

  it("is reported in numbered parts, the last of which says so", async () => {
    const virtual = station({ version: "2.0.1" });
    await virtual.connect();
    await csms().command("GetBaseReport", { requestId: 9, reportBase: "FullInventory" });
    await virtual.settled();
    const parts = csms().calls("NotifyReport");
    expect(parts.map(({ requestId, seqNo }) => [requestId, seqNo])).toEqual(parts.map((_, index) => [9, index]));
    expect(parts.map(({ tbc }) => tbc)).toEqual(parts.map((_, index) => index < parts.length - 1));
    const variables = parts.flatMap(({ reportData }) => (Array.isArray(reportData) ? reportData : []));
    expect(parts.length).toBeGreaterThan(2);
    expect(variables.length).toBeGreaterThan(80);
    expect(variables.length).toBeLessThan(250);
  });

  it("is reported as far as it is asked for, by names and by criteria", async () => {
    const virtual = station({ version: "2.1" });
    await virtual.connect();
    await virtual.fault(2);
    const report = async (asked: object): Promise<unknown> => {
      const from = csms().calls("NotifyReport").length;
      const answer = await csms().command("GetReport", { requestId: 3, ...asked });
      await virtual.settled();
      const parts = csms().calls("NotifyReport").slice(from);
      expect(parts.map(({ requestId, seqNo }) => [requestId, seqNo])).toEqual(parts.map((_, index) => [3, index]));
      if (parts.length === 0) return statusOf(answer);
      const told = parts.flatMap(({ reportData }) => (Array.isArray(reportData) ? reportData : []));
      return [...new Set(told.map(({ component }) => `${component.name}${component.evse?.id ?? ""}`))];
    };
    const of = (component: object, name?: string) => ({
      componentVariable: [{ component, ...(name && { variable: { name } }) }],
    });
    expect(await report(of({ name: "evse" }, "availabilitystate"))).toEqual(["EVSE1", "EVSE2"]);
    expect(await report(of({ name: "EVSE", evse: { id: 2 } }))).toEqual(["EVSE2"]);
    expect(await report(of({ name: "Cupboard" }))).toBe("EmptyResultSet");
    expect(await report({ componentCriteria: ["Problem"] })).toEqual(["ChargingStation"]);
    expect(await report({ componentCriteria: ["Available"], ...of({ name: "EVSE" }, "Power") })).toEqual([
      "EVSE1",
      "EVSE2",
    ]);
  });

  it("takes effect, and says what was wrong", async () => {
    const virtual = station({ version: "2.1" });
    await virtual.connect();
    const status = (attributeStatus: string) => ({ setVariableResult: [{ attributeStatus }] });
    expect(await set(variable("SampledDataCtrlr", "TxUpdatedInterval"), "15")).toMatchObject(status("Accepted"));
    expect(virtual.settings.sampleMs).toBe(15_000);
    const attempts = variable("ocppcommctrlr", "messageattempts", "transactionevent");
    expect(await set(attempts, "5")).toMatchObject(status("Accepted"));
    expect(virtual.settings.transactionAttempts).toBe(5);
    expect(await set(variable("EVSE", "Power"), "1")).toMatchObject(status("UnknownComponent"));
    expect(await set(variable("TxCtrlr", "Nonsense"), "1")).toMatchObject(status("UnknownVariable"));
    expect(await set(variable("SecurityCtrlr", "SecurityProfile"), "3")).toMatchObject(status("Rejected"));
    expect(await set(variable("TxCtrlr", "TxStartPoint"), "Moonlight")).toMatchObject(status("Rejected"));
    const priority = variable("OCPPCommCtrlr", "NetworkConfigurationPriority");
    expect(await set(priority, "1,0")).toMatchObject(status("RebootRequired"));
    expect(await set({ ...priority, attributeType: "Target" }, "1")).toMatchObject(status("NotSupportedAttributeType"));
  });

  it("never shows a secret", async () => {
    const virtual = station({ version: "2.1", secret: "a-password-of-some-length" });
    await virtual.connect();
    const asked = { getVariableData: [variable("SecurityCtrlr", "BasicAuthPassword")] };
    const [, , answer] = await csms().command("GetVariables", asked);
    expect(answer).toMatchObject({ getVariableResult: [{ attributeStatus: "Rejected" }] });
  });
});

it.each(versions)("gives back what %s sends to its maker's own echo, and knows no other vendor", async (version) => {
  await station({ version }).connect();
  const transfer = async (vendorId: string, messageId: string) =>
    (await csms().command("DataTransfer", { vendorId, messageId, data: "hello" }))[2];
  expect(await transfer("Voltara", "Echo")).toEqual({ status: "Accepted", data: "hello" });
  expect(await transfer("Voltara", "Other")).toEqual({ status: "UnknownMessageId" });
  expect(await transfer("Another", "Echo")).toEqual({ status: "UnknownVendorId" });
});

it("tells what is still queued of a transaction", async () => {
  const virtual = station({ version: "2.1" });
  await charging(virtual);
  const transactionId = virtual.transaction(1)?.wireId;
  const status = () => csms().command("GetTransactionStatus", { transactionId });
  expect((await status())[2]).toEqual({ ongoingIndicator: true, messagesInQueue: false });
  csms().answers = () => undefined;
  void virtual.unplug(1);
  expect((await status())[2]).toEqual({ ongoingIndicator: false, messagesInQueue: true });
});
