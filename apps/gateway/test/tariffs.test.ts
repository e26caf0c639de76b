import { variableKey } from "@chargehand/domain/variable";
import type { RawClient } from "@chargehand/simulator/raw-client";
import { waitFor } from "@chargehand/testing/wait-for";
import { describe, expect, it } from "vitest";
import { versions } from "./harness";
import { withOrders } from "./with-orders";

const { becomes, done, gateway, give, held, ring, station } = withOrders();

async function tariffFor(identity: string): Promise<number> {
  const { id } = await gateway().row<{ id: number }>(
    `INSERT INTO tariff (name, currency, per_kwh, per_minute, per_session, text, language)
     VALUES ($1, 'EUR', '0.39', '0.10', '1', '0.39 a kWh, 0.10 a minute', 'en') RETURNING id`,
    identity,
  );
  await gateway().addStation(identity);
  await gateway().rows("UPDATE station SET tariff_id = $2 WHERE identity = $1", identity, id);
  return id;
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const meter = (timestamp: string, value: number) => [
  { timestamp, sampledValue: [{ value, measurand: "Energy.Active.Import.Register" }] },
];

describe.each(["2.0.1", "2.1"] as const)("a session with a tariff at a station of %s", (version) => {
  it("tells its driver the price when it begins, and what it costs from then on", async () => {
    const identity = `COST-${version}`;
    await tariffFor(identity);
    const client = await gateway().boot(identity, version);
    const say = async (eventType: string, seqNo: number, minutes: number, wattHours?: number) => {
      const timestamp = minutesAgo(minutes);
      const answer = await client.call("TransactionEvent", {
        ...{ eventType, seqNo, timestamp },
        triggerReason: "MeterValuePeriodic",
        transactionInfo: { transactionId: "tx-cost" },
        evse: { id: 1, connectorId: 1 },
        ...(wattHours !== undefined && { meterValue: meter(timestamp, wattHours) }),
      });
      return answer[2];
    };
    const idToken = { idToken: "TAG1", type: "Central" };
    expect((await client.call("Authorize", { idToken }))[2]).toMatchObject({
      idTokenInfo: { status: "Accepted", personalMessage: { content: "0.39 a kWh, 0.10 a minute", language: "en" } },
    });
    expect(await say("Started", 0, 60, 1000)).toEqual({
      updatedPersonalMessage: { format: "UTF8", language: "en", content: "0.39 a kWh, 0.10 a minute" },
    });
    // 5 kWh, half an hour, and the fee: 1.95 + 3.00 + 1.00
    expect(await say("Updated", 1, 30, 6000)).toEqual({ totalCost: 5.95 });
    expect(await say("Ended", 2, 0, 11_000)).toEqual({ totalCost: 10.9 });
    expect(
      await gateway().row(
        "SELECT tariff FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1 AND x.status = 'ended'",
        identity,
      ),
    ).toMatchObject({ tariff: { currency: "EUR", perKwh: "0.39" } });
    client.close();
  });

  it("keeps the tariff it began with, whatever becomes of it, and says nothing of a cost nobody knows", async () => {
    const identity = `KEEPS-${version}`;
    const tariff = await tariffFor(identity);
    const client = await gateway().boot(identity, version);
    const event = (eventType: string, seqNo: number, transactionId: string) =>
      client.call("TransactionEvent", {
        ...{ eventType, seqNo, timestamp: minutesAgo(0) },
        triggerReason: "CablePluggedIn",
        transactionInfo: { transactionId },
      });
    await event("Started", 0, "tx-1");
    await gateway().rows("UPDATE tariff SET per_kwh = '9', version = 2 WHERE id = $1", tariff);
    // There was no reading.
    expect((await event("Ended", 1, "tx-1"))[2]).toEqual({});
    client.close();
    const again = await gateway().boot(identity, version);
    await again.call("TransactionEvent", {
      ...{ eventType: "Started", seqNo: 0, timestamp: minutesAgo(0) },
      triggerReason: "CablePluggedIn",
      transactionInfo: { transactionId: "tx-2" },
    });
    const prices = await gateway().rows(
      `SELECT x.tariff ->> 'perKwh' AS price FROM session x JOIN station s ON s.id = x.station_id
       WHERE identity = $1 ORDER BY x.id`,
      identity,
    );
    expect(prices).toEqual([{ price: "0.39" }, { price: "9" }]);
    again.close();
  });

  it("shows its driver a sum that an operator sends", async () => {
    const identity = `SHOWN-${version}`;
    await tariffFor(identity);
    const client = await gateway().boot(identity, version);
    const given = done(
      identity,
      { type: "show-cost", session: "tx-9", total: "4.80", currency: "EUR", at: minutesAgo(0) },
      { answer: "accepted", proof: "none" },
    );
    const [, id, action, payload] = JSON.parse(await client.next({ fits: (text) => text.startsWith("[2,") }));
    expect({ action, payload }).toEqual({
      action: "CostUpdated",
      payload: { totalCost: 4.8, transactionId: "tx-9" },
    });
    client.send(JSON.stringify([3, id, {}]));
    await given;
    client.close();
  });
});

describe("a station of 2.1 that counts by tariffs itself", () => {
  const tells = (identity: string, name: string, value: string) =>
    gateway().rows(
      `INSERT INTO variable (station_id, key, attribute, component, name, instance, value, values, reported_at)
       SELECT id, $2, 'actual', 'TariffCostCtrlr', $3, 'Tariff', $4, '{}', now() FROM station WHERE identity = $1`,
      identity,
      variableKey({ component: "TariffCostCtrlr", name, instance: "Tariff" }),
      name,
      value,
    );
  const asked = async (client: RawClient, value = "TAG1") =>
    Object((await client.call("Authorize", { idToken: { idToken: value, type: "Central" } }))[2]);

  it("gets the tariff with the answer about who may charge, and with no other", async () => {
    const identity = "DRIVER-2.1";
    const id = await tariffFor(identity);
    await gateway().rows(
      "INSERT INTO token (value, folded, kind, status) VALUES ('NO-ENTRY', 'NO-ENTRY', 'central', 'blocked')",
    );
    const client = await gateway().boot(identity, "2.1");
    // It has not said yet that it can.
    expect(await asked(client)).not.toHaveProperty("tariff");
    await tells(identity, "Available", "true");
    expect((await asked(client)).tariff).toEqual({
      tariffId: `tariff-${id}.1`,
      currency: "EUR",
      description: [{ format: "UTF8", language: "en", content: "0.39 a kWh, 0.10 a minute" }],
      energy: { prices: [{ priceKwh: 0.39 }] },
      chargingTime: { prices: [{ priceMinute: 0.1 }] },
      idleTime: { prices: [{ priceMinute: 0.1 }] },
      fixedFee: { prices: [{ priceFixed: 1 }] },
    });
    const refused = await asked(client, "NO-ENTRY");
    expect(refused).toMatchObject({ idTokenInfo: { status: "Blocked" } });
    expect(refused).not.toHaveProperty("tariff");
    await tells(identity, "Enabled", "false");
    expect(await asked(client)).not.toHaveProperty("tariff");
    client.close();
  });

  it("is told no sum of ours while it counts by another tariff, and the name of that is kept", async () => {
    const identity = "OTHERWISE-2.1";
    const id = await tariffFor(identity);
    const client = await gateway().boot(identity, "2.1");
    const event = async (seqNo: number, minutes: number, tariffId: string) => {
      const timestamp = minutesAgo(minutes);
      const [, , answer] = await client.call("TransactionEvent", {
        ...{ eventType: seqNo ? "Updated" : "Started", seqNo, timestamp, triggerReason: "RunningCost" },
        transactionInfo: { transactionId: "tx-otherwise", tariffId },
        meterValue: meter(timestamp, seqNo * 1000),
      });
      return answer;
    };
    await event(0, 30, `tariff-${id}.1`);
    expect(await event(1, 20, `tariff-${id}.1`)).toEqual({ totalCost: 2.39 });
    expect(await event(2, 10, "tariff-of-another")).toEqual({});
    expect(await gateway().row("SELECT station_tariff FROM session WHERE wire_id = 'tx-otherwise'")).toEqual({
      station_tariff: "tariff-of-another",
    });
    client.close();
  });

  it("that cannot count by the driver's tariff has a session that a person should look at", async () => {
    const identity = "REFUSES-2.1";
    await tariffFor(identity);
    const client = await gateway().boot(identity, "2.1");
    await client.call("TransactionEvent", {
      ...{ eventType: "Started", seqNo: 0, timestamp: minutesAgo(0), triggerReason: "TariffNotAccepted" },
      transactionInfo: { transactionId: "tx-refused" },
    });
    expect(await gateway().row("SELECT attention FROM session WHERE wire_id = 'tx-refused'")).toEqual({
      attention: ["tariff-refused"],
    });
    client.close();
  });

  it("counts what a driver charges by the tariff that came with the answer, and says so", async () => {
    const identity = "COUNTS-2.1";
    const id = await tariffFor(identity);
    const virtual = await station(identity, "2.1");
    await tells(identity, "Available", "true");
    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG1");
    await waitFor(
      async () => {
        const rows = await gateway().rows<{ station_tariff: string | null }>(
          "SELECT station_tariff FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1",
          identity,
        );
        return rows.some(({ station_tariff }) => station_tariff === `tariff-${id}.1`);
      },
      { what: "the station to name the tariff" },
    );
    await done(identity, { type: "read-tariffs" });
    expect(await held(identity, "tariff")).toEqual({
      [`driver/tariff-${id}.1`]: { name: `tariff-${id}.1`, kind: "driver", evses: [1], tokens: ["TAG1"] },
    });
  });
});

it("a station of 1.6 that has a display for costs is told the price of who presents a token, and what it cost in the end", async () => {
  const identity = "COST-1.6";
  await tariffFor(identity);
  const client = await gateway().boot(identity, "1.6");
  const charge = async () => {
    const [, , started] = await client.call("StartTransaction", {
      ...{ connectorId: 1, idTag: "TAG1", meterStart: 1000, timestamp: minutesAgo(60) },
    });
    const { transactionId } = Object(started);
    await client.call("StopTransaction", { transactionId, meterStop: 11_000, timestamp: minutesAgo(0) });
    return transactionId;
  };
  const told = () =>
    gateway().rows<{ command: object }>(
      "SELECT command FROM command c JOIN station s ON s.id = c.station_id WHERE identity = $1 AND type IN ('show-cost', 'show-price')",
      identity,
    );
  await charge();
  await client.call("Authorize", { idTag: "TAG1" });
  expect(await told()).toEqual([]);

  await gateway().rows(
    `INSERT INTO variable (station_id, key, attribute, component, name, value, values, reported_at)
     SELECT id, $2, 'actual', '', 'CustomDisplayCostAndPrice', 'true', '{}', now() FROM station WHERE identity = $1`,
    identity,
    variableKey({ component: "", name: "CustomDisplayCostAndPrice" }),
  );
  expect((await client.call("Authorize", { idTag: "TAG1" }))[2]).toEqual({ idTagInfo: { status: "Accepted" } });
  const [, id, , price] = JSON.parse(await client.next({ fits: (text) => text.startsWith("[2,") }));
  expect(price).toEqual({
    vendorId: "org.openchargealliance.costmsg",
    messageId: "SetUserPrice",
    data: JSON.stringify({ idToken: "TAG1", priceText: "0.39 a kWh, 0.10 a minute" }),
  });
  client.send(JSON.stringify([3, id, { status: "Accepted" }]));

  const transactionId = await charge();
  const frame = await client.next({ fits: (text) => text.startsWith("[2,") });
  const [, , action, { data, ...rest }] = JSON.parse(frame);
  expect({ action, ...rest, data: JSON.parse(data) }).toEqual({
    action: "DataTransfer",
    vendorId: "org.openchargealliance.costmsg",
    messageId: "FinalCost",
    data: { transactionId, cost: 10.9, priceText: "0.39 a kWh, 0.10 a minute" },
  });
  client.close();
});

it("a station of 2.1 counts by a tariff it was set, which is proven by reading its tariffs", async () => {
  const identity = "TARIFF-2.1";
  await station(identity, "2.1");
  const tariff = {
    id: 7,
    version: 2,
    code: "tariff-7.2",
    name: "Day",
    currency: "EUR",
    perKwh: "0.39",
    perMinute: "0.1",
  };
  await done(identity, { type: "set-tariff", evse: 0, tariff });
  expect(await held(identity, "tariff")).toEqual({
    "default/tariff-7.2": { name: "tariff-7.2", kind: "default", evses: [1, 2] },
  });
  await done(identity, { type: "set-tariff", evse: 2, tariff: { ...tariff, code: "tariff-8.1" } });
  expect(await held(identity, "tariff")).toMatchObject({
    "default/tariff-7.2": { evses: [1] },
    "default/tariff-8.1": { evses: [2] },
  });
  await done(identity, { type: "clear-tariffs", tariff: "tariff-7.2" });
  expect(Object.keys(await held(identity, "tariff"))).toEqual(["default/tariff-8.1"]);
  await done(identity, { type: "clear-tariffs" });
  await done(identity, { type: "read-tariffs" });
  expect(await held(identity, "tariff")).toEqual({});
});

it("a running session of 2.1 is counted by another tariff from then on, which the station proves by naming it", async () => {
  const identity = "CHANGED-2.1";
  await tariffFor(identity);
  const client = await gateway().boot(identity, "2.1");
  const event = (eventType: string, seqNo: number, minutes: number, wattHours: number, tariffId?: string) => {
    const timestamp = minutesAgo(minutes);
    return client.call("TransactionEvent", {
      ...{ eventType, seqNo, timestamp, meterValue: meter(timestamp, wattHours) },
      triggerReason: tariffId ? "TariffChanged" : "MeterValuePeriodic",
      transactionInfo: { transactionId: "tx-changed", ...(tariffId && { tariffId }) },
    });
  };
  await event("Started", 0, 30, 0);
  const tariff = {
    ...{ id: 9, version: 1, code: "tariff-9.1", name: "Night", currency: "EUR" },
    ...{ perKwh: "0.2", perSession: "5" },
  };
  const change = { type: "change-tariff", session: "tx-changed", tariff } as const;
  const given = await give(identity, change);
  const [, id, action, payload] = JSON.parse(await client.next({ fits: (text) => text.startsWith("[2,") }));
  expect({ action, payload }).toMatchObject({
    action: "ChangeTransactionTariff",
    payload: {
      transactionId: "tx-changed",
      tariff: { tariffId: "tariff-9.1", energy: { prices: [{ priceKwh: 0.2 }] } },
    },
  });
  // Nothing was charged yet: half an hour and the fee, 3.00 + 1.00, and from here on 0.20 a kWh alone.
  client.send(JSON.stringify([3, id, { status: "Accepted" }]));
  await becomes(given, { answer: "accepted", proof: "waiting" });
  await event("Updated", 1, 0, 0, "tariff-9.1");
  await becomes(given, { proof: "confirmed", evidence: "the station counts the session by it" });
  const { totalCost } = Object((await event("Ended", 2, 0, 10_000))[2]);
  // By our clock, so as long as this test itself takes counts too.
  expect(totalCost).toBeCloseTo(6, 0);
  client.close();
});

it("a virtual station of 2.1 takes another tariff for the session that runs, and is proven to", async () => {
  const identity = "CHANGES-2.1";
  await tariffFor(identity);
  const virtual = await station(identity, "2.1");
  await virtual.plugIn(1);
  await virtual.presentToken(1, "TAG1");
  const session = virtual.transaction(1)?.wireId ?? "";
  const tariff = { id: 8, version: 3, code: "tariff-8.3", name: "Night", currency: "EUR", perKwh: "0.2" };
  await done(identity, { type: "change-tariff", session, tariff });
  expect(
    await gateway().row(
      "SELECT x.tariff ->> 'code' AS code FROM session x JOIN station s ON s.id = x.station_id WHERE s.identity = $1",
      identity,
    ),
  ).toEqual({ code: "tariff-8.3" });
  const inFrancs = { ...tariff, currency: "CHF" };
  await done(
    identity,
    { type: "change-tariff", session, tariff: inFrancs },
    { answer: "rejected", detail: "NoCurrencyChange", proof: "none" },
  );
});

it("a virtual station of 1.6 says that it shows prices, so its driver reads one", async () => {
  const identity = "READS-1.6";
  await tariffFor(identity);
  const virtual = await station(identity, "1.6");
  await done(identity, { type: "read-variables" });
  await virtual.presentToken(1, "TAG1");
  await waitFor(
    async () => {
      expect(
        await gateway().rows(
          `SELECT answer, command ->> 'text' AS text FROM command c JOIN station s ON s.id = c.station_id
           WHERE identity = $1 AND type = 'show-price'`,
          identity,
        ),
      ).toEqual([{ answer: "accepted", text: "0.39 a kWh, 0.10 a minute" }]);
      return true;
    },
    { what: "the price to be shown" },
  );
});

it.each(["2.0.1", "2.1"] as const)(
  "a price is told by a station of %s in an answer, so there is no command for it",
  async (version) => {
    const identity = `ANSWERS-${version}`;
    await station(identity, version);
    const command = { type: "show-price", token: { value: "TAG1", kind: "central" }, text: "0.39" } as const;
    await done(identity, command, { answer: "unsupported", proof: "none" });
  },
);

it("a session that a station counts by a tariff with conditions has no cost of ours", async () => {
  const identity = "CONDITIONS-2.1";
  await tariffFor(identity);
  const client = await gateway().boot(identity, "2.1");
  const event = (eventType: string, seqNo: number) =>
    client.call("TransactionEvent", {
      ...{ eventType, seqNo, timestamp: minutesAgo(0), triggerReason: "MeterValuePeriodic" },
      ...{ transactionInfo: { transactionId: "tx-odd" }, meterValue: meter(minutesAgo(0), 1000 * seqNo) },
    });
  await event("Started", 0);
  const prices = [{ priceKwh: 0.2, conditions: { minPower: 50_000 } }];
  const given = await give(identity, {
    type: "raw",
    action: "ChangeTransactionTariff",
    payload: { transactionId: "tx-odd", tariff: { tariffId: "X", currency: "EUR", energy: { prices } } },
  });
  const [, id] = JSON.parse(await client.next({ fits: (text) => text.startsWith("[2,") }));
  client.send(JSON.stringify([3, id, { status: "Accepted" }]));
  await becomes(given, { answer: "accepted" });
  expect((await event("Ended", 1))[2]).toEqual({});
  client.close();
});

describe("a payment at a station of 2.1", () => {
  it("in a browser is waited for at its evse", async () => {
    const identity = "WEB-2.1";
    await station(identity, "2.1");
    await done(identity, { type: "await-payment", evse: 2, seconds: 120 }, { answer: "accepted", proof: "none" });
    expect(await held(identity, "awaited-payment")).toEqual({ "2": { evse: 2, seconds: 120 } });
  });

  it("is for a company whose VAT number keeps to its country's rules, or does not", async () => {
    const client = await gateway().boot("VAT-2.1", "2.1");
    const asked = async (vatNumber: string) => (await client.call("VatNumberValidation", { vatNumber, evseId: 1 }))[2];
    expect(await asked("DE136695976")).toEqual({
      ...{ vatNumber: "DE136695976", evseId: 1, status: "Accepted" },
      statusInfo: { reasonCode: "FormOnly", additionalInfo: "the register was not asked" },
    });
    expect(await asked("DE136695979")).toMatchObject({
      status: "Rejected",
      statusInfo: { reasonCode: "InvalidVatNumber", additionalInfo: expect.stringContaining("check digits") },
    });
    client.close();
  });
});

it("what a station of 2.1 counts by itself is kept with the session, and so is what became of a payment", async () => {
  const identity = "DETAILS-2.1";
  const client = await gateway().boot(identity, "2.1");
  await client.call("TransactionEvent", {
    ...{ eventType: "Ended", seqNo: 3, timestamp: minutesAgo(0), triggerReason: "RunningCost" },
    transactionInfo: { transactionId: "tx-paid" },
    costDetails: {
      totalCost: { currency: "EUR", typeOfCost: "NormalCost", total: { exclTax: 4, inclTax: 4.84 } },
      totalUsage: { energy: 10, chargingTime: 60, idleTime: 0 },
    },
  });
  const { station_cost } = await gateway().row<{ station_cost: object }>(
    "SELECT station_cost FROM session WHERE wire_id = 'tx-paid'",
  );
  expect(station_cost).toMatchObject({ currency: "EUR", total: "4.84", withoutTax: "4" });
  const [, , answer] = await client.call("NotifySettlement", {
    ...{ transactionId: "tx-paid", pspRef: "PSP-1", status: "Settled", settlementAmount: 4.84 },
    settlementTime: "2026-11-23T12:00:00Z",
  });
  expect(answer).toEqual({});
  expect(await held(identity, "settlement")).toEqual({
    "PSP-1": { status: "settled", amount: "4.84", at: "2026-11-23T12:00:00.000Z", session: "tx-paid" },
  });
  client.close();
});

describe.each(versions)("a tariff given to a station of %s while it is connected", (version) => {
  it("counts for the sessions that begin from then on", async () => {
    const identity = `LATER-${version}`;
    await gateway().addStation(identity);
    const virtual = await gateway().boot(identity, version);
    const { id } = await gateway().row<{ id: number }>(
      "INSERT INTO tariff (name, currency, per_kwh) VALUES ($1, 'EUR', '0.5') RETURNING id",
      identity,
    );
    await gateway().rows("UPDATE station SET tariff_id = $2 WHERE identity = $1", identity, id);
    await ring(identity);
    await waitFor(
      async () => {
        const at = minutesAgo(0);
        const token = version === "1.6" ? { idTag: "T1" } : { idToken: { idToken: "T1", type: "Central" } };
        if (version === "1.6") {
          await virtual.call("StartTransaction", { connectorId: 1, meterStart: 0, timestamp: at, ...token });
        } else {
          await virtual.call("TransactionEvent", {
            ...{ eventType: "Started", seqNo: 0, timestamp: at, triggerReason: "Authorized", ...token },
            transactionInfo: { transactionId: at },
          });
        }
        const rows = await gateway().rows(
          "SELECT 1 FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1 AND x.tariff IS NOT NULL",
          identity,
        );
        return rows.length > 0;
      },
      { what: "a session with the tariff" },
    );
    virtual.close();
  });
});
