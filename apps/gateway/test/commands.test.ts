import type { Command } from "@chargehand/domain/command";
import type { RawClient } from "@chargehand/simulator/raw-client";
import { createTestDatabase } from "@chargehand/testing/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootPayload, startTestGateway, statusPayload, type TestGateway, versions } from "./harness";
import { type Operator, startOperator } from "./operator";

let gateway: TestGateway;
let operator: Operator;
beforeAll(async () => {
  gateway = await startTestGateway({ CALL_TIMEOUT_SECONDS: "0.5" });
  operator = await startOperator(gateway);
  await gateway.addToken("CAFE01");
});
afterAll(async () => {
  await operator.stop();
  await gateway.stop();
});

const give: Operator["give"] = (...order) => operator.give(...order);
const fate: Operator["fate"] = (id) => operator.fate(id);
const becomes: Operator["becomes"] = (id, expected) => operator.becomes(id, expected);

/** The next call to the station, and the way to answer it. */
async function asked(station: RawClient) {
  const [, id, action, payload] = JSON.parse(await station.next({ fits: (text) => text.startsWith("[2,") }));
  return {
    action,
    payload,
    answer: (response: unknown) => station.send(JSON.stringify([3, id, response])),
    refuse: (code: string) => station.send(JSON.stringify([4, id, code, "not here", {}])),
  };
}

const reset: Command = { type: "reset", when: "now" };
const nextWeek = () => new Date(Date.now() + 7 * 86_400_000);

describe.each(versions)("a command to a station of %s", (version) => {
  const old = version === "1.6";
  const identity = (name: string) => `${name}-${version}`;

  it("reset: sent durably, accepted, and confirmed by the boot that follows", async () => {
    const station = await gateway.boot(identity("RESET"), version);
    const id = await give(identity("RESET"), reset);
    const call = await asked(station);
    expect(call).toMatchObject(
      old ? { action: "Reset", payload: { type: "Hard" } } : { action: "Reset", payload: { type: "Immediate" } },
    );
    // Before the station answers, the database knows that it was told.
    expect(await fate(id)).toMatchObject({ delivery: "sent", answer: null, action: "Reset" });
    call.answer({ status: "Accepted" });
    await becomes(id, { answer: "accepted", proof: "waiting", response: { status: "Accepted" } });
    station.cut();

    const back = await gateway.connect(identity("RESET"), version);
    await back.call("BootNotification", bootPayload(version));
    await becomes(id, {
      delivery: "sent",
      answer: "accepted",
      proof: "confirmed",
      evidence: expect.stringMatching(/booted/),
    });
    const changes = (await gateway.events(identity("RESET"))).filter(({ type }) => type === "command.changed");
    expect(changes.map(({ delivery, answer, proof }) => [delivery, answer, proof])).toEqual([
      ["sent", undefined, "none"],
      ["sent", "accepted", "waiting"],
      ["sent", undefined, "confirmed"],
    ]);
    expect(
      await gateway.row(
        "SELECT verdict, answer, direction FROM journal.frame f JOIN station s ON s.id = f.station_id WHERE identity = $1 AND action = 'Reset'",
        identity("RESET"),
      ),
    ).toMatchObject({ verdict: "ok", direction: 1, answer: expect.stringContaining("Accepted") });
    back.close();
  });

  it("remote start: proven by the session that carries it, also when the station asks before it answers", async () => {
    const name = identity("START");
    const station = await gateway.boot(name, version);
    const id = await give(name, { type: "start", evse: 1, token: { value: "CAFE01", kind: "iso14443" } });
    const call = await asked(station);
    expect(call.action).toBe(old ? "RemoteStartTransaction" : "RequestStartTransaction");
    // The calls cross: while ours is open, the station's own is answered.
    const token = old ? { idTag: "CAFE01" } : { idToken: { idToken: "CAFE01", type: "ISO14443" } };
    expect((await station.call("Authorize", token))[0]).toBe(3);
    call.answer({ status: "Accepted" });
    await becomes(id, { answer: "accepted", proof: "waiting" });
    const timestamp = new Date().toISOString();
    const started = old
      ? station.call("StartTransaction", { connectorId: 1, idTag: "CAFE01", meterStart: 0, timestamp })
      : station.call("TransactionEvent", {
          eventType: "Started",
          triggerReason: "RemoteStart",
          seqNo: 0,
          timestamp,
          transactionInfo: { transactionId: "remote", remoteStartId: id },
          evse: { id: 1 },
          ...token,
        });
    expect((await started)[0]).toBe(3);
    await becomes(id, { proof: "confirmed", evidence: expect.stringMatching(/session \d+ started/) });
    station.close();
  });

  it("remote start for somebody without a token: a name for once is let in, by nobody else, and is charged for by no tariff", async () => {
    const name = identity("SUPPORT");
    const station = await gateway.boot(name, version);
    await gateway.rows(
      `WITH made AS (INSERT INTO tariff (name, currency, per_kwh) VALUES ($1, 'EUR', '0.39') RETURNING id)
       UPDATE station SET tariff_id = made.id FROM made WHERE identity = $1`,
      name,
    );
    await operator.ring(name);
    const value = `SUPPORT-${version}`;
    const token = old ? { idTag: value } : { idToken: { idToken: value, type: "Central" } };
    const yes = { [old ? "idTagInfo" : "idTokenInfo"]: { status: "Accepted" } };
    const authorized = async () => (await station.call("Authorize", token))[2];
    expect(await authorized()).not.toMatchObject(yes);

    const id = await give(name, { type: "start", evse: 1, token: { value, kind: "central" } });
    const call = await asked(station);
    expect(await authorized()).toMatchObject(yes);
    call.answer({ status: "Accepted" });
    const timestamp = new Date().toISOString();
    const begun = await (old
      ? station.call("StartTransaction", { connectorId: 1, idTag: value, meterStart: 0, timestamp })
      : station.call("TransactionEvent", {
          ...{ eventType: "Started", triggerReason: "RemoteStart", seqNo: 0, timestamp, evse: { id: 1 } },
          ...{ transactionInfo: { transactionId: "support", remoteStartId: id }, ...token },
        }));
    expect(begun[2]).toMatchObject(yes);
    await becomes(id, { proof: "confirmed" });
    expect(
      await gateway.row(
        "SELECT x.token, x.remote_start_id, x.tariff FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1",
        name,
      ),
    ).toEqual({ token: value, remote_start_id: id, tariff: null });
    station.close();
  });

  it("write: the value is read back, and only that counts", async () => {
    const name = identity("WRITE");
    const station = await gateway.boot(name, version);
    const variable = old
      ? { component: "", name: "HeartbeatInterval" }
      : { component: "OCPPCommCtrlr", name: "HeartbeatInterval" };
    const id = await give(name, { type: "write-variables", writes: [{ variable, value: "60" }] });
    const write = await asked(station);
    write.answer(
      old
        ? { status: "Accepted" }
        : {
            setVariableResult: [
              {
                attributeStatus: "Accepted",
                component: { name: "OCPPCommCtrlr" },
                variable: { name: "HeartbeatInterval" },
              },
            ],
          },
    );
    const read = await asked(station);
    expect(read.action).toBe(old ? "GetConfiguration" : "GetVariables");
    read.answer(
      old
        ? { configurationKey: [{ key: "HeartbeatInterval", readonly: false, value: "60" }] }
        : {
            getVariableResult: [
              {
                attributeStatus: "Accepted",
                attributeValue: "60",
                component: { name: "OCPPCommCtrlr" },
                variable: { name: "HeartbeatInterval" },
              },
            ],
          },
    );
    await becomes(id, { proof: "confirmed", evidence: expect.stringMatching(/read back 60/) });
    await gateway.row(
      "SELECT 1 FROM variable v JOIN station s ON s.id = v.station_id WHERE identity = $1 AND v.name = 'HeartbeatInterval' AND v.value = '60'",
      name,
    );
    station.close();
  });

  it("rejected, not supported, in error: final, with the station's reason", async () => {
    const name = identity("NO");
    const station = await gateway.boot(name, version);
    const rejected = await give(name, reset);
    (await asked(station)).answer({ status: "Rejected" });
    await becomes(rejected, { delivery: "sent", answer: "rejected", proof: "none" });
    const unsupported = await give(name, reset);
    (await asked(station)).refuse("NotSupported");
    await becomes(unsupported, { answer: "unsupported", detail: expect.stringMatching(/NotSupported/) });
    const error = await give(name, reset);
    (await asked(station)).refuse("InternalError");
    await becomes(error, { answer: "error", detail: "InternalError: not here" });
    const nonsense = await give(name, reset);
    (await asked(station)).answer({ status: "Perhaps" });
    await becomes(nonsense, { answer: "error", detail: expect.stringMatching(/cannot be used.*status/) });
    if (version === "2.1") expect(await station.next()).toMatch(/^\[5,".*PropertyConstraintViolation/);
    station.close();
  });

  it("one at a time and in order, however many wait", async () => {
    const name = identity("QUEUE");
    const station = await gateway.boot(name, version);
    const ids = [];
    for (const message of ["heartbeat", "boot", "heartbeat"] as const)
      ids.push(await give(name, { type: "trigger", message }));
    const first = await asked(station);
    expect(first.payload).toEqual({ requestedMessage: "Heartbeat" });
    expect(await fate(ids[1] ?? 0)).toMatchObject({ delivery: "queued" });
    first.answer({ status: "Rejected" });
    const second = await asked(station);
    expect(second.payload).toEqual({ requestedMessage: "BootNotification" });
    second.answer({ status: "Rejected" });
    (await asked(station)).answer({ status: "Rejected" });
    for (const id of ids) await becomes(id, { answer: "rejected" });
    station.close();
  });

  it("that is never answered: no answer after the time-out, unproven at the deadline, and late proof still counts", async () => {
    const name = identity("SILENT");
    const station = await gateway.boot(name, version);
    const id = await give(name, reset);
    const call = await asked(station);
    await becomes(id, { delivery: "sent", answer: "none", proof: "waiting" });
    // The late answer changes nothing, and is on record.
    call.answer({ status: "Accepted" });
    await gateway.row(
      "SELECT 1 FROM journal.frame f JOIN station s ON s.id = f.station_id WHERE identity = $1 AND note LIKE 'answers no open call%'",
      name,
    );
    await gateway.rows("UPDATE command SET deadline = now() WHERE id = $1", id);
    await becomes(id, { answer: "none", proof: "unproven" });
    await station.call("BootNotification", bootPayload(version));
    await becomes(id, { answer: "none", proof: "confirmed" });
    station.close();
  });

  it("whose line is lost before the answer is in doubt, is not sent again, and may still be proven", async () => {
    const name = identity("DOUBT");
    const station = await gateway.boot(name, version);
    const id = await give(name, reset);
    await asked(station);
    station.cut();
    await becomes(id, { delivery: "in-doubt", answer: null, proof: "waiting" });
    const back = await gateway.connect(name, version);
    await back.call("BootNotification", bootPayload(version));
    await becomes(id, { delivery: "in-doubt", proof: "confirmed" });
    expect(back.received.filter((text) => text.startsWith("[2,"))).toEqual([]);
    back.close();
  });

  it("that its version has no words for is unsupported, with a sentence, and nothing is sent", async () => {
    const name = identity("WORDLESS");
    const station = await gateway.boot(name, version);
    const command: Command = old ? { type: "reset", when: "now", evse: 1 } : { type: "trigger", message: "status" };
    const id = await give(name, command);
    await becomes(id, { answer: expect.stringMatching(/unsupported|error/), detail: expect.stringMatching(/\w+ \w+/) });
    expect(station.received.filter((text) => text.startsWith("[2,"))).toEqual([]);
    station.close();
  });
});

describe("what waits for a station", () => {
  it("is sent once it is back and quiet, and not before", async () => {
    await gateway.addStation("LATER");
    const id = await give("LATER", reset);
    const station = await gateway.connect("LATER", "1.6");
    expect(await fate(id)).toMatchObject({ delivery: "queued" });
    await station.call("BootNotification", bootPayload("1.6"));
    (await asked(station)).answer({ status: "Rejected" });
    await becomes(id, { answer: "rejected" });
    station.close();
  });

  it("is sent to a station that came back without booting, after a quiet while", async () => {
    (await gateway.boot("QUIET", "2.0.1")).close();
    await gateway.row("SELECT 1 FROM station WHERE identity = 'QUIET' AND NOT connected");
    const id = await give("QUIET", reset);
    const station = await gateway.connect("QUIET", "2.0.1");
    (await asked(station)).answer({ status: "Rejected" });
    await becomes(id, { answer: "rejected" });
    station.close();
  });

  it("runs out while the station is away, and says so", async () => {
    await gateway.addStation("AWAY");
    const id = await give("AWAY", reset, { expires_at: new Date(Date.now() + 300) });
    await becomes(id, { delivery: "expired", answer: null });
    expect(await gateway.events("AWAY")).toMatchObject([{ type: "command.changed", command: id, delivery: "expired" }]);
  });

  it("is held for undo: cancelled in time it is never sent, else it goes when the hold ends", async () => {
    const station = await gateway.boot("HELD", "1.6");
    const hold = { delivery: "held", hold_until: new Date(Date.now() + 400) };
    const cancelled = await give("HELD", reset, hold);
    const kept = await give("HELD", { type: "trigger", message: "heartbeat" }, hold);
    await gateway.rows(
      "UPDATE command SET delivery = 'cancelled' WHERE id = $1 AND delivery IN ('held', 'queued')",
      cancelled,
    );
    const call = await asked(station);
    expect(call.action).toBe("TriggerMessage");
    call.answer({ status: "Rejected" });
    await becomes(kept, { answer: "rejected" });
    expect(await fate(cancelled)).toMatchObject({ delivery: "cancelled", answer: null });
    station.close();
  });

  it("is held for undo also while no gateway runs: undone meanwhile it is never sent, kept it goes no sooner", async () => {
    const database = createTestDatabase();
    const kept = { url: (await database).url, drop: async () => {} };
    const first = await startTestGateway({}, Promise.resolve(kept));
    const before = await startOperator(first);
    (await first.boot("RESTARTED", "2.0.1")).close();
    const held = { delivery: "held", hold_until: new Date(Date.now() + 3_600_000), expires_at: nextWeek() };
    const undone = await before.give("RESTARTED", reset, held);
    const over = await before.give("RESTARTED", { type: "trigger", message: "heartbeat" }, held);
    const still = await before.give("RESTARTED", reset, held);
    await before.stop();
    await first.stop();

    const second = await startTestGateway({}, database);
    const after = await startOperator(second);
    await second.rows("UPDATE command SET delivery = 'cancelled' WHERE id = $1", undone);
    await second.rows("UPDATE command SET hold_until = now() WHERE id = $1", over);
    const station = await second.boot("RESTARTED", "2.0.1");
    const call = await asked(station);
    expect(call.action).toBe("TriggerMessage");
    call.answer({ status: "Rejected" });
    await after.becomes(over, { answer: "rejected" });
    expect(await after.fate(still)).toMatchObject({ delivery: "held", action: null });
    expect(await after.fate(undone)).toMatchObject({ delivery: "cancelled", action: null });
    expect(station.received.filter((text) => text.includes("Reset"))).toEqual([]);
    station.close();
    await after.stop();
    await second.stop();
  });

  it("gives up its proof at the deadline also while the station is away", async () => {
    const station = await gateway.boot("GONE", "1.6");
    const id = await give("GONE", reset);
    (await asked(station)).answer({ status: "Accepted" });
    await becomes(id, { proof: "waiting" });
    station.close();
    await gateway.row("SELECT 1 FROM station WHERE identity = 'GONE' AND NOT connected");
    await gateway.rows("UPDATE command SET deadline = now() WHERE id = $1", id);
    await becomes(id, { answer: "accepted", proof: "unproven" });
    expect((await gateway.events("GONE")).at(-1)).toMatchObject({ type: "command.changed", proof: "unproven" });
  });

  it("left as sent by a gateway that died becomes in doubt when the station is back", async () => {
    await gateway.addStation("CRASHED");
    const id = await give("CRASHED", reset, {
      delivery: "sent",
      sent_at: new Date(),
      action: "Reset",
      payload: { type: "Hard" },
    });
    const station = await gateway.connect("CRASHED", "1.6");
    await becomes(id, { delivery: "in-doubt", proof: "waiting" });
    await station.call("BootNotification", bootPayload("1.6"));
    await becomes(id, { delivery: "in-doubt", proof: "confirmed" });
    station.close();
  });
});

it("a raw call in the station's own words takes the same path", async () => {
  const station = await gateway.boot("RAW", "1.6");
  const payload = { key: ["HeartbeatInterval"] };
  const id = await give("RAW", { type: "raw", action: "GetConfiguration", payload });
  const call = await asked(station);
  expect(call).toMatchObject({ action: "GetConfiguration", payload: { key: ["HeartbeatInterval"] } });
  call.answer({ configurationKey: [{ key: "HeartbeatInterval", readonly: false, value: "77" }] });
  await becomes(id, { delivery: "sent", answer: "accepted" });
  await gateway.row(
    "SELECT 1 FROM variable v JOIN station s ON s.id = v.station_id WHERE identity = 'RAW' AND v.value = '77'",
  );
  station.close();
});

it("an answer that no table would take is kept apart, and the command says so", async () => {
  const station = await gateway.boot("NULS", "2.0.1");
  const variables = [{ component: "OCPPCommCtrlr", name: "HeartbeatInterval" }];
  const id = await give("NULS", { type: "read-variables", variables });
  const call = await asked(station);
  call.answer({
    getVariableResult: [
      {
        attributeStatus: "Accepted",
        attributeValue: "a\u0000b",
        component: { name: "OCPPCommCtrlr" },
        variable: { name: "HeartbeatInterval" },
      },
    ],
  });
  await becomes(id, { answer: "error", detail: expect.stringMatching(/quarantine/) });
  expect((await station.call("StatusNotification", statusPayload("2.0.1", "available")))[0]).toBe(3);
  station.close();
});
