import "reflect-metadata";
import { senders } from "@chargehand/ocpp/generated/actions";
import { validateRequest } from "@chargehand/ocpp/validate";
import { Pkcs10CertificateRequest } from "@peculiar/x509";
import { describe, expect, it } from "vitest";
import { versions, withCsms } from "./stations";

const { csms, station } = withCsms();

const ownActions = (version: (typeof versions)[number]): string[] =>
  Object.entries(senders[version]).flatMap(([action, sender]) => (sender === "csms" ? [] : [action]));

/** Calls, and messages that want no answer. */
const said = () => csms().seen.flatMap(({ from, frame }) => (from === "station" && frame[0] !== 3 ? [frame] : []));

describe.each(versions)("a station of %s that is told to say something", (version) => {
  it.each(["idle", "charging"])("says every action of a station in a valid way while %s", async (state) => {
    const virtual = station({ version });
    await virtual.connect();
    if (state === "charging") {
      await virtual.plugIn(1);
      await virtual.presentToken(1, "TAG1");
    }
    const before = said().length;
    const actions = ownActions(version);
    for (const action of actions) await virtual.say(action);

    const frames = said().slice(before);
    expect(frames.map(([type, , action]) => [action, type])).toEqual(
      actions.map((action) => [action, action === "NotifyPeriodicEventStream" ? 6 : 2]),
    );
    const violations = frames.flatMap(([, , action, payload]) => {
      const verdict = validateRequest(version, String(action), payload);
      return verdict.ok ? [] : [`${action} ${verdict.path}: ${verdict.message}`];
    });
    expect(violations).toEqual([]);
    expect(actions).toHaveLength({ "1.6": 14, "2.0.1": 25, "2.1": 37 }[version]);
  });

  it("says exactly what it is given, and tells what came of it", async () => {
    const virtual = station({ version });
    await virtual.connect();
    const payload = { vendorId: "Voltara", messageId: "Odd" };
    csms().answers = () => ({ status: "UnknownMessageId" });
    const outcome = await virtual.say("DataTransfer", payload);
    expect(outcome).toMatchObject({ type: "result", payload: { status: "UnknownMessageId" } });
    expect(csms().calls("DataTransfer")).toEqual([payload]);
  });

  it("refuses what no station of its version says, and names what there is", async () => {
    const virtual = station({ version });
    await virtual.connect();
    await expect(virtual.say("Reset")).rejects.toThrow(`OCPP ${version} never says Reset. It says: Authorize, B`);
  });
});

it("says a transaction event in the order of the transaction that runs", async () => {
  const virtual = station({ version: "2.1" });
  await virtual.connect();
  await virtual.plugIn(1);
  await virtual.presentToken(1, "TAG1");
  await virtual.say("TransactionEvent");
  await virtual.unplug(1);
  const events = csms().calls("TransactionEvent");
  expect(events.map(({ seqNo }) => seqNo)).toEqual(events.map((_, index) => index));
  expect(events.map(({ triggerReason }) => triggerReason)).toContain("Trigger");
});

it("tells what it holds, where it holds anything of the kind", async () => {
  const virtual = station({ version: "2.1" });
  await virtual.connect();
  const message = { id: 5, priority: "InFront", message: { format: "UTF8", content: "Hello" } };
  const power = { component: { name: "EVSE", evse: { id: 1 } }, variable: { name: "Power" } };
  const monitor = { ...power, type: "Delta", value: 100, severity: 8 };
  const fixedVar = { priority: 0, setpoint: 10, unit: "PctMaxVar" };
  const idToken = { idToken: "TAG1", type: "ISO14443" };
  await csms().command("SetDisplayMessage", { message });
  await csms().command("SetVariableMonitoring", { setMonitoringData: [monitor] });
  await csms().command("SetDERControl", { isDefault: true, controlId: "V", controlType: "FixedVar", fixedVar });
  await csms().command("ReserveNow", { id: 31, expiryDateTime: "2099-01-01T00:00:00Z", idToken, evseId: 2 });
  const reports = [
    ["NotifyDisplayMessages", { messageInfo: [{ id: 5 }] }],
    ["NotifyMonitoringReport", { monitor: [power] }],
    ["ReportDERControl", { fixedVar: [{ id: "V", fixedVar }] }],
    ["ReservationStatusUpdate", { reservationId: 31 }],
  ] as const;
  for (const [action, expected] of reports) {
    await virtual.say(action);
    expect(csms().calls(action).at(-1)).toMatchObject(expected);
  }
});

it.each(versions)("asks in %s for a certificate of a key that it really has", async (version) => {
  const virtual = station({ version });
  await virtual.connect();
  await virtual.say("SignCertificate");
  const [{ csr } = {}] = csms().calls("SignCertificate");
  const request = new Pkcs10CertificateRequest(String(csr));
  expect(request.subject).toContain("CN=SN-CS-1");
  expect(await request.verify()).toBe(true);
});

it("does not wait for an answer to what nobody answers", async () => {
  const virtual = station({ version: "2.1" });
  await virtual.connect();
  csms().answers = () => undefined;
  expect(await virtual.say("NotifyPeriodicEventStream")).toEqual({ type: "sent" });
});
