import type { Version } from "@chargehand/ocpp/version";
import type { RawClient } from "@chargehand/simulator/raw-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, statusPayload, type TestGateway, versions } from "./harness";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
  await gateway.addToken("CAFE01", { group: "family" });
  await gateway.addToken("LOST", { status: "blocked" });
});
afterAll(() => gateway.stop());

/** One station's side of a charge, in the words of its version; each step asserts its answer. */
function driver(station: RawClient, version: Version) {
  const old = version === "1.6";
  // Minutes in the words of the story: what is charged takes its time.
  const start = Date.now() - 3_600_000;
  const at = (minute: number) => new Date(start + minute * 60_000).toISOString();
  let transactionId: string | number = "tx-0001";
  let seqNo = 0;

  const ask = async (action: string, payload: unknown) => {
    const answer = await station.call(action, payload);
    expect(answer, `${action} ${JSON.stringify(answer)}`).toEqual([3, expect.any(String), expect.any(Object)]);
    return answer[2] as Record<string, never>;
  };
  const event = (eventType: string, triggerReason: string, minute: number, rest: object = {}, info: object = {}) =>
    ask("TransactionEvent", {
      eventType,
      triggerReason,
      seqNo: seqNo++,
      timestamp: at(minute),
      transactionInfo: { transactionId, ...info },
      ...rest,
    });
  const energy = (wh: number, minute: number, context: string) => ({
    timestamp: at(minute),
    sampledValue: old
      ? [
          { value: String(wh), measurand: "Energy.Active.Import.Register", unit: "Wh", context },
          { value: "7.2", measurand: "Power.Active.Import", unit: "kW" },
          { value: "55", measurand: "SoC", unit: "Percent", location: "EV" },
        ]
      : [
          {
            value: wh / 1000,
            measurand: "Energy.Active.Import.Register",
            unitOfMeasure: { unit: "Wh", multiplier: 3 },
            context,
          },
          { value: 7200, measurand: "Power.Active.Import", unitOfMeasure: { unit: "W" } },
          { value: 55, measurand: "SoC", unitOfMeasure: { unit: "Percent" } },
        ],
  });

  return {
    wireId: () => String(transactionId),
    authorize: async (token: string) => {
      const answer = await ask("Authorize", old ? { idTag: token } : { idToken: { idToken: token, type: "ISO14443" } });
      return old ? answer.idTagInfo : answer.idTokenInfo;
    },
    plugIn: () => ask("StatusNotification", statusPayload(version, "occupied")),
    unplug: () => ask("StatusNotification", statusPayload(version, "available")),
    async start(token: string) {
      if (!old) {
        const idToken = { idToken: token, type: "ISO14443" };
        return event(
          "Started",
          "Authorized",
          0,
          { evse: { id: 1, connectorId: 1 }, idToken, meterValue: [energy(1000, 0, "Transaction.Begin")] },
          { chargingState: "EVConnected" },
        );
      }
      const answer = await ask("StartTransaction", {
        connectorId: 1,
        idTag: token,
        meterStart: 1000,
        timestamp: at(0),
      });
      transactionId = answer.transactionId ?? "";
      return answer;
    },
    charge: (wh: number, minute: number) =>
      old
        ? ask("MeterValues", { connectorId: 1, transactionId, meterValue: [energy(wh, minute, "Sample.Periodic")] })
        : event(
            "Updated",
            "MeterValuePeriodic",
            minute,
            { meterValue: [energy(wh, minute, "Sample.Periodic")] },
            { chargingState: "Charging" },
          ),
    stop: (wh: number, minute: number, token: string) =>
      old
        ? ask("StopTransaction", { transactionId, idTag: token, meterStop: wh, timestamp: at(minute), reason: "Local" })
        : event(
            "Ended",
            "StopAuthorized",
            minute,
            { idToken: { idToken: token, type: "ISO14443" }, meterValue: [energy(wh, minute, "Transaction.End")] },
            { stoppedReason: "Local" },
          ),
  };
}

describe.each(versions)("a charging session in %s", (version) => {
  const identity = `SESSION-${version}`;

  it("from the plug to the last car length: the same events, and energy, power and charge where they belong", async () => {
    const station = await gateway.boot(identity, version);
    const car = driver(station, version);

    expect(await car.authorize("cafe01")).toMatchObject({ status: "Accepted" });
    await car.plugIn();
    await car.start("CAFE01");
    await car.charge(2500, 20);
    await car.charge(4000, 40);
    expect(
      await gateway.row(
        `SELECT power_w, state_of_charge, meter_wh FROM session x JOIN station s ON s.id = x.station_id
         WHERE identity = $1 AND wire_id = $2 AND status = 'open'`,
        identity,
        car.wireId(),
      ),
    ).toMatchObject({ power_w: 7200, state_of_charge: 55, meter_wh: 4000 });
    await car.stop(4321, 50, "CAFE01");
    await car.unplug();

    expect(
      await gateway.row(
        `SELECT x.status, x.token, x."group", x.meter_start_wh, x.meter_end_wh, x.stop_reason, x.ended_by, x.evse, x.attention,
           x.provisional, x.orphan FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1`,
        identity,
      ),
    ).toMatchObject({
      status: "ended",
      meter_start_wh: 1000,
      meter_end_wh: 4321,
      stop_reason: expect.stringMatching(/local/i),
      ended_by: "station",
      evse: 1,
      attention: [],
      provisional: false,
      orphan: false,
      group: "family",
    });
    const samples = await gateway.rows<{ energy_wh: number }>(
      `SELECT energy_wh FROM journal.sample m JOIN station s ON s.id = m.station_id WHERE identity = $1 AND energy_wh IS NOT NULL ORDER BY at`,
      identity,
    );
    expect(samples.map(({ energy_wh }) => energy_wh)).toEqual(
      version === "1.6" ? [2500, 4000] : [1000, 2500, 4000, 4321],
    );

    const types = (await gateway.events(identity)).map(({ type }) => type);
    expect(types.filter((type) => /^session\.(started|ended)|^connector\.(occ|ava)/.test(String(type)))).toEqual([
      "connector.occupied",
      "session.started",
      "session.ended",
      "connector.available",
    ]);
    station.close();
  });

  it("is refused to a blocked and to an unknown token, and still kept", async () => {
    const station = await gateway.boot(`REFUSED-${version}`, version);
    const car = driver(station, version);
    expect(await car.authorize("LOST")).toMatchObject({ status: "Blocked" });
    expect(await car.authorize("NOBODYS")).toMatchObject({ status: version === "1.6" ? "Invalid" : "Unknown" });
    const answer = await car.start("LOST");
    expect(version === "1.6" ? answer.idTagInfo : answer.idTokenInfo).toMatchObject({ status: "Blocked" });
    await car.stop(1000, 1, "LOST");
    expect(
      await gateway.row(
        `SELECT x.status, x."authorization" FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1`,
        `REFUSED-${version}`,
      ),
    ).toEqual({ status: "ended", authorization: "blocked" });
    station.close();
  });

  it("goes on over a lost line: the new connection knows it, and repeats are answered as before", async () => {
    const name = `RESUMES-${version}`;
    const first = await gateway.boot(name, version);
    const sent: { action: string; payload: unknown; answer: unknown }[] = [];
    const car = driver(
      {
        ...first,
        async call(action, payload) {
          const answer = await first.call(action, payload);
          sent.push({ action, payload, answer: answer[2] });
          return answer;
        },
      },
      version,
    );
    await car.start("CAFE01");
    await car.charge(2000, 10);
    first.cut();
    await gateway.row("SELECT 1 FROM station WHERE identity = $1 AND NOT connected", name);

    const second = await gateway.connect(name, version);
    for (const { action, payload, answer } of sent) expect((await second.call(action, payload))[2]).toEqual(answer);
    expect(
      await gateway.rows(
        "SELECT x.meter_wh, x.status, x.attention FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1",
        name,
      ),
    ).toEqual([{ meter_wh: 2000, status: "open", attention: [] }]);
    second.close();
  });

  it("whose message cannot be stored is acknowledged, and the message is in quarantine", async () => {
    const name = `POISON-${version}`;
    const station = await gateway.boot(name, version);
    const car = driver(station, version);
    await car.start("BAD\u0000TOKEN");
    const [row] = await gateway.rows<{ raw: Buffer; action: string }>(
      "SELECT raw, action FROM quarantine q JOIN station s ON s.id = q.station_id WHERE identity = $1",
      name,
    );
    expect(row?.raw.toString()).toContain("BAD\\u0000TOKEN");
    expect(
      await gateway.row(
        "SELECT verdict FROM journal.frame f JOIN station s ON s.id = f.station_id WHERE identity = $1 AND action = $2",
        name,
        row?.action,
      ),
    ).toEqual({ verdict: "quarantined" });
    // It goes on as if nothing had been.
    expect(await car.authorize("CAFE01")).toMatchObject({ status: "Accepted" });
    station.close();
  });
});

it("2.x: history that arrives late and out of order comes out as the same session", async () => {
  const station = await gateway.boot("OFFLINE", "2.0.1");
  const at = (second: number) => new Date(Date.now() - 3_600_000 + second * 1000).toISOString();
  const tell = (eventType: string, seqNo: number, wh: number) =>
    station.call("TransactionEvent", {
      eventType,
      seqNo,
      offline: true,
      timestamp: at(seqNo * 60),
      triggerReason: "MeterValuePeriodic",
      transactionInfo: { transactionId: "late" },
      ...(seqNo === 0 && { evse: { id: 2 } }),
      meterValue: [{ timestamp: at(seqNo * 60), sampledValue: [{ value: wh }] }],
    });
  for (const [type, seqNo, wh] of [
    ["Updated", 2, 300],
    ["Ended", 4, 500],
    ["Started", 0, 100],
    ["Updated", 1, 200],
  ] as const) {
    expect((await tell(type, seqNo, wh))[0]).toBe(3);
  }
  const session = () =>
    gateway.row(
      "SELECT status, evse, seen, end_sequence, meter_start_wh, meter_end_wh, offline, attention FROM session WHERE wire_id = 'late'",
    );
  expect(await session()).toMatchObject({
    status: "ended",
    evse: 2,
    seen: "0-2,4",
    end_sequence: 4,
    attention: expect.arrayContaining(["gap"]),
  });
  await tell("Updated", 3, 400);
  expect(await session()).toMatchObject({
    seen: "0-4",
    meter_start_wh: 100,
    meter_end_wh: 500,
    offline: true,
    attention: [],
  });
  station.close();
});

it("1.6: a stop for -1 or for a number nobody gave is acknowledged and kept for a person", async () => {
  const station = await gateway.boot("ORPHANS", "1.6");
  for (const transactionId of [-1, 987654]) {
    const stop = { transactionId, meterStop: 5000, timestamp: new Date().toISOString() };
    expect((await station.call("StopTransaction", stop))[0]).toBe(3);
  }
  const orphans = await gateway.rows<{ attention: string[] }>(
    "SELECT attention FROM session x JOIN station s ON s.id = x.station_id WHERE identity = 'ORPHANS' AND orphan",
  );
  expect(orphans).toHaveLength(2);
  station.close();
});
