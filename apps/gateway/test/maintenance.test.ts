import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { VirtualStation } from "@chargehand/simulator/station";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { versions } from "./harness";
import { type MaintenanceHouse, startMaintenanceHouse } from "./maintenance-house";

let folder: string;
let house: MaintenanceHouse;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chargehand-maintenance-"));
  house = await startMaintenanceHouse({ DATA_DIR: folder });
});
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
});

const update = { type: "update-firmware", location: "ftp://files.example/fw-9.9.9.bin" } as const;

describe.each(versions)("the firmware of a station of %s", (version) => {
  it("goes through its steps, each kept with its time, and is proven by what runs", async () => {
    const identity = `FW-${version}`;
    await house.station(identity, { version });
    const command = await house.give(identity, { ...update, retrieveAt: new Date().toISOString() });
    await house.becomes(command, { answer: "accepted", proof: "confirmed" });
    await house.holds(identity, "work", (works) => {
      const [work] = works.filter(({ of }) => of === "firmware");
      expect(work).toMatchObject({ state: "done", word: "Installed" });
      const steps = ["Downloading", "Downloaded", "Installed"].map((word) => expect.objectContaining({ word }));
      expect(work).toMatchObject({ steps: expect.arrayContaining(steps) });
    });
  });

  it("tells of its security, as far as it is critical", async () => {
    const identity = `SEC-${version}`;
    const station = await house.gateway.boot(identity, version);
    const timestamp = new Date().toISOString();
    await station.call("SecurityEventNotification", { type: "InvalidMessages", timestamp });
    await station.call("SecurityEventNotification", { type: "TamperDetectionActivated", timestamp, techInfo: "lid" });
    const told = (await house.gateway.events(identity)).filter(({ type }) => type === "security.reported");
    expect(told).toEqual([
      { type: "security.reported", what: "InvalidMessages", critical: false },
      { type: "security.reported", what: "TamperDetectionActivated", critical: true, info: "lid" },
    ]);
  });
});

describe.each(["2.0.1", "2.1"] as const)("a station of %s", (version) => {
  const temperature = { component: "PowerModule", name: "Temperature", evse: 1 };
  const wire = { component: { name: "PowerModule", evse: { id: 1 } }, variable: { name: "Temperature" } };
  const notify = (event: object) => ({
    generatedAt: new Date().toISOString(),
    seqNo: 0,
    eventData: [
      {
        eventId: 1,
        timestamp: new Date().toISOString(),
        trigger: "Alerting",
        actualValue: "91",
        eventNotificationType: "CustomMonitor",
        ...wire,
        ...event,
      },
    ],
  });

  it("takes monitors, tells them back whole, and lets them go", async () => {
    const identity = `MON-${version}`;
    const station: VirtualStation = await house.station(identity, { version });
    expect(station.online).toBe(true);
    const variable = { component: "EVSE", name: "Power", evse: 1 };
    const set = await house.give(identity, {
      type: "set-monitor",
      variable,
      kind: "above",
      value: 22_000,
      severity: 4,
    });
    await house.becomes(set, { answer: "accepted", proof: "confirmed" });
    let id = 0;
    await house.holds(identity, "monitor", (monitors) => {
      const own = monitors.find(({ origin }) => origin === "custom");
      expect(own).toMatchObject({ kind: "above", value: 22_000, severity: 4, variable });
      id = Number(own?.key);
    });

    const read = await house.give(identity, { type: "read-monitors" });
    await house.becomes(read, { answer: "accepted", proof: "confirmed", evidence: "the report arrived whole" });
    await house.holds(identity, "monitor", (monitors) =>
      expect(monitors.some(({ key }) => key === String(id))).toBe(true),
    );

    const clear = await house.give(identity, { type: "clear-monitors", monitors: [id] });
    await house.becomes(clear, { answer: "accepted", proof: "confirmed" });
    await house.holds(identity, "monitor", (monitors) =>
      expect(monitors.some(({ key }) => key === String(id))).toBe(false),
    );
  });

  it("alerts as severely as its monitor says, and clears it", async () => {
    const identity = `ALERT-${version}`;
    const station = await house.gateway.boot(identity, version);
    await house.gateway.rows(
      `INSERT INTO holding (station_id, kind, key, value, at)
       SELECT id, 'monitor', '5', $2, now() FROM station WHERE identity = $1`,
      identity,
      JSON.stringify({ id: 5, variable: temperature, kind: "above", value: 90, severity: 2 }),
    );
    const own = version === "2.1" ? { severity: 1 } : {};
    const severity = version === "2.1" ? 1 : 2;
    await station.call("NotifyEvent", notify({ variableMonitoringId: 5, ...own, techCode: "T-9" }));
    await house.holds(identity, "alert", (alerts) =>
      expect(alerts).toMatchObject([{ variable: temperature, actual: "91", severity, code: "T-9" }]),
    );
    expect(await house.event(identity, "alert.opened")).toMatchObject({ severity, actual: "91" });

    await station.call("NotifyEvent", notify({ variableMonitoringId: 5, cleared: true, actualValue: "40" }));
    await house.holds(identity, "alert", (alerts) => expect(alerts).toEqual([]));
    expect(await house.event(identity, "alert.cleared")).toMatchObject({ actual: "40" });
    const [variable] = await house.gateway.rows(
      `SELECT v.value FROM variable v JOIN station s ON s.id = v.station_id
       WHERE s.identity = $1 AND v.name = 'Temperature'`,
      identity,
    );
    expect(variable).toEqual({ value: "40" });
  });

  it("tells in parts what it knows of a customer, and a gap is named until it is closed", async () => {
    const identity = `CUST-${version}`;
    const station = await house.gateway.boot(identity, version);
    const about = { customer: "C-4711" };
    const command = await house.give(identity, { type: "ask-customer-information", about, report: true, clear: false });
    const [, id, action, payload] = JSON.parse(await station.next({ fits: (text) => text.startsWith("[2,") }));
    expect([action, payload.customerIdentifier]).toEqual(["CustomerInformation", "C-4711"]);
    station.send(JSON.stringify([3, id, { status: "Accepted" }]));
    const part = (seqNo: number, data: string, tbc: boolean) =>
      station.call("NotifyCustomerInformation", {
        ...{ requestId: payload.requestId, seqNo, data, tbc },
        generatedAt: new Date().toISOString(),
      });
    await house.becomes(command, { answer: "accepted", proof: "waiting" });
    await part(0, "name: ", true);
    await part(2, "!", false);
    await house.becomes(command, { proof: "unproven", evidence: "the last part came, but not part 1" });
    await part(1, "Erika", true);
    await house.becomes(command, { proof: "confirmed", evidence: "the report arrived whole" });
    await house.holds(identity, "customer-information", (parts) =>
      expect(parts.map(({ text }) => text).join("")).toBe("name: Erika!"),
    );
  });
});

it("streams of 2.1 are opened, kept, given another pace that is read back, and closed", async () => {
  const station = await house.gateway.boot("STREAM-1", "2.1");
  const data = { id: 3, params: { interval: 60 }, variableMonitoringId: 5 };
  const [, , opened] = await station.call("OpenPeriodicEventStream", { constantStreamData: data });
  expect(opened).toEqual({ status: "Accepted" });
  const bundle = { id: 3, pending: 1, basetime: new Date().toISOString(), data: [{ t: 0, v: "12" }] };
  station.send(JSON.stringify([6, "s-1", "NotifyPeriodicEventStream", bundle]));
  await house.holds("STREAM-1", "stream", (streams) =>
    expect(streams).toMatchObject([
      { key: "3", monitor: 5, intervalSeconds: 60, pending: 1, samples: [{ value: "12" }] },
    ]),
  );

  const command = await house.give("STREAM-1", { type: "adjust-stream", stream: 3, intervalSeconds: 10 });
  const answers = [{ status: "Accepted" }, { constantStreamData: [{ ...data, params: { interval: 10 } }] }];
  for (const answer of answers) {
    const [, id] = JSON.parse(await station.next({ fits: (text) => text.startsWith("[2,") }));
    station.send(JSON.stringify([3, id, answer]));
  }
  await house.becomes(command, { proof: "confirmed" });
  await house.holds("STREAM-1", "stream", (streams) =>
    expect(streams).toMatchObject([{ intervalSeconds: 10, samples: [{ value: "12" }] }]),
  );

  await station.call("ClosePeriodicEventStream", { id: 3 });
  await house.holds("STREAM-1", "stream", (streams) => expect(streams).toEqual([]));
});
