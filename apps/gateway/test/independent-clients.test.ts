import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, ocppRpc, ocppTs, voltbras } from "./clients";
import { bootPayload, secret, startTestGateway, statusPayload, type TestGateway } from "./harness";
import { startOperator } from "./operator";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
  await gateway.addToken("CAFE01");
});
afterAll(() => gateway.stop());

const clients = [
  { library: "ocpp-rpc", version: "1.6", open: ocppRpc, password: secret },
  { library: "ocpp-rpc", version: "2.0.1", open: ocppRpc, password: secret },
  { library: "ocpp-rpc", version: "2.1", open: ocppRpc, password: secret },
  { library: "ocpp-ts", version: "1.6", open: ocppTs, password: secret },
  { library: "@voltbras/ts-ocpp", version: "1.6", open: voltbras, password: undefined },
] as const;

describe.each(clients)("$library as a station of $version", ({ library, version, open, password }) => {
  const identity = `${library.replace(/\W+/g, "-")}-${version}`;
  const old = version === "1.6";
  const asked: string[] = [];
  let station: Client;
  beforeAll(async () => {
    await gateway.addStation(identity, { secret: password });
    station = await open({
      url: gateway.url,
      identity,
      protocol: `ocpp${version}`,
      password,
      answer(action) {
        asked.push(action);
        return { status: "Accepted" };
      },
    });
  });
  afterAll(() => station.close());

  it("boots, beats and reports its connector", async () => {
    const boot = await station.call("BootNotification", bootPayload(version));
    expect(boot).toMatchObject({ status: "Accepted", interval: 300 });
    expect(Date.parse(String(boot.currentTime))).toBeGreaterThan(Date.now() - 10_000);
    expect(await station.call("Heartbeat", {})).toHaveProperty("currentTime");
    await station.call("StatusNotification", {
      ...statusPayload(version, "occupied"),
      ...(old && { timestamp: new Date().toISOString() }),
    });
    await gateway.row(
      "SELECT 1 FROM connector c JOIN station s ON s.id = c.station_id WHERE identity = $1 AND c.status = 'occupied'",
      identity,
    );
  });

  it("charges", async () => {
    const timestamp = new Date().toISOString();
    if (old) {
      expect(await station.call("Authorize", { idTag: "CAFE01" })).toMatchObject({ idTagInfo: { status: "Accepted" } });
      const { transactionId } = await station.call("StartTransaction", {
        connectorId: 1,
        idTag: "CAFE01",
        meterStart: 100,
        timestamp,
      });
      const sampledValue = [{ value: "150.5", measurand: "Energy.Active.Import.Register", unit: "Wh" }];
      await station.call("MeterValues", { connectorId: 1, transactionId, meterValue: [{ timestamp, sampledValue }] });
      await station.call("StopTransaction", { transactionId, meterStop: 200, timestamp, reason: "Local" });
    } else {
      const idToken = { idToken: "CAFE01", type: "ISO14443" };
      expect(await station.call("Authorize", { idToken })).toMatchObject({ idTokenInfo: { status: "Accepted" } });
      const event = (eventType: string, seqNo: number, wh: number, rest: object) =>
        station.call("TransactionEvent", {
          eventType,
          seqNo,
          timestamp,
          triggerReason: "Authorized",
          transactionInfo: { transactionId: "one" },
          meterValue: [{ timestamp, sampledValue: [{ value: wh }] }],
          ...rest,
        });
      expect(await event("Started", 0, 100, { idToken, evse: { id: 1 } })).toMatchObject({
        idTokenInfo: { status: "Accepted" },
      });
      await event("Updated", 1, 150.5, {});
      await event("Ended", 2, 200, {});
    }
    expect(
      await gateway.row(
        `SELECT meter_start_wh, meter_end_wh, status FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1`,
        identity,
      ),
    ).toEqual({ meter_start_wh: 100, meter_end_wh: 200, status: "ended" });
  });

  it("takes a command, and its answer is understood", async () => {
    const operator = await startOperator(gateway);
    const id = await operator.give(identity, { type: "reset", when: "now" });
    await gateway.row("SELECT 1 FROM command WHERE id = $1 AND answer = 'accepted' AND proof = 'waiting'", id);
    expect(asked).toContain("Reset");
    await operator.stop();
  });

  it("hears of a vendor message that nobody knows its vendor, and goes on", async () => {
    expect(await station.call("DataTransfer", { vendorId: "com.example" })).toMatchObject({
      status: "UnknownVendorId",
    });
    expect(await station.call("Heartbeat", {})).toHaveProperty("currentTime");
  });
});
