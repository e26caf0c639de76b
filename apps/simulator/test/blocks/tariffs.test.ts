import { expect, it } from "vitest";
import { ManualClock } from "../../src/time/manual-clock";
import { charging, withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor, heard } = withBlocks();

const tariff = (tariffId: string, more: object = {}) => ({
  tariffId,
  currency: "EUR",
  energy: { prices: [{ priceKwh: 0.3 }] },
  ...more,
});
const set = async (evseId: number, ...wanted: Parameters<typeof tariff>) =>
  (await ask("SetDefaultTariff", { evseId, tariff: tariff(...wanted) })).status;

const tariffsOfEvents = () =>
  csms()
    .calls("TransactionEvent")
    .map(({ transactionInfo }) =>
      typeof transactionInfo === "object" && transactionInfo !== null && "tariffId" in transactionInfo
        ? transactionInfo.tariffId
        : undefined,
    );

it("keeps a default for each EVSE, tells of it, and forgets it when told", async () => {
  await station({ version: "2.1" }).connect();
  expect(await ask("GetTariffs", { evseId: 0 })).toEqual({ status: "NoTariff" });
  expect(await set(0, "DAY")).toBe("Accepted");
  expect(await set(2, "NIGHT", { validFrom: "2030-01-01T00:00:00Z" })).toBe("Accepted");
  expect(await ask("GetTariffs", { evseId: 0 })).toEqual({
    status: "Accepted",
    tariffAssignments: [
      { tariffId: "DAY", tariffKind: "DefaultTariff", evseIds: [1] },
      { tariffId: "NIGHT", tariffKind: "DefaultTariff", evseIds: [2], validFrom: "2030-01-01T00:00:00Z" },
    ],
  });
  expect(await ask("GetTariffs", { evseId: 9 })).toMatchObject({ status: "Rejected" });

  expect(await ask("ClearTariffs", { tariffIds: ["NIGHT", "NOON"] })).toEqual({
    clearTariffsResult: [
      { tariffId: "NIGHT", status: "Accepted" },
      { tariffId: "NOON", status: "NoTariff" },
    ],
  });
  expect(await ask("ClearTariffs", { evseId: 9 })).toMatchObject({ clearTariffsResult: [{ status: "Rejected" }] });
  expect(await ask("ClearTariffs", {})).toEqual({ clearTariffsResult: [{ tariffId: "DAY", status: "Accepted" }] });
  expect(await ask("ClearTariffs", {})).toEqual({ clearTariffsResult: [{ status: "NoTariff" }] });
  expect(await ask("GetTariffs", { evseId: 1 })).toEqual({ status: "NoTariff" });
});

it("refuses a tariff it cannot count by", async () => {
  await station({ version: "2.1" }).connect();
  expect(await set(9, "DAY")).toBe("Rejected");
  expect(await set(1, "DAY")).toBe("Accepted");
  expect(await set(2, "DAY")).toBe("Accepted");
  expect(await set(2, "DAY", { currency: "NOK" })).toBe("DuplicateTariffId");
  const many = { prices: Array.from({ length: 11 }, () => ({ priceMinute: 1 })) };
  expect(await set(1, "LONG", { idleTime: many })).toBe("TooManyElements");
  const card = { prices: [{ priceFixed: 1, conditions: { paymentBrand: "VISA" } }] };
  expect(await set(1, "CARD", { fixedFee: card })).toBe("ConditionNotSupported");
  const enabled = { component: { name: "TariffCostCtrlr" }, variable: { name: "Enabled", instance: "Tariff" } };
  await ask("SetVariables", { setVariableData: [{ ...enabled, attributeValue: "false" }] });
  expect(await set(1, "DAY")).toBe("Rejected");
  expect(await codeFor("SetDefaultTariff", { evseId: 1, tariff: {} })).toBe("FormatViolation");
  expect(await codeFor("GetTariffs", {})).toBe("FormatViolation");
  expect(await codeFor("ClearTariffs", { tariffIds: "DAY" })).toBe("FormatViolation");
  expect(await codeFor("ChangeTransactionTariff", {})).toBe("FormatViolation");
});

it("charges a transaction by what it began with, until it is changed", async () => {
  const clock = new ManualClock();
  const virtual = station({ version: "2.1", clock });
  await virtual.connect();
  await set(1, "DAY");
  clock.advance(1_000);
  await virtual.plugIn(1);
  await virtual.presentToken(1, "TAG1");
  clock.advance(1_000);
  await ask("ClearTariffs", {});
  await set(1, "LATER");
  clock.advance(60_000);
  await virtual.settled();
  expect(new Set(tariffsOfEvents())).toEqual(new Set(["DAY"]));

  const transactionId = virtual.transaction(1)?.wireId;
  const change = async (id: string | undefined, wanted: object) =>
    (await ask("ChangeTransactionTariff", { transactionId: id, tariff: wanted })).status;
  expect(await change("another", tariff("OWN"))).toBe("TxNotFound");
  expect(await change(transactionId, tariff("OWN", { currency: "NOK" }))).toBe("NoCurrencyChange");
  expect(await change(transactionId, tariff("OWN"))).toBe("Accepted");
  await virtual.settled();
  const events = await heard("TransactionEvent");
  expect(events.at(-1)).toMatchObject({
    eventType: "Updated",
    triggerReason: "TariffChanged",
    transactionInfo: { tariffId: "OWN" },
  });
  expect(await ask("GetTariffs", { evseId: 1 })).toEqual({
    status: "Accepted",
    tariffAssignments: [
      { tariffId: "LATER", tariffKind: "DefaultTariff", evseIds: [1] },
      { tariffId: "OWN", tariffKind: "DriverTariff", evseIds: [1], idTokens: ["TAG1"] },
    ],
  });
  await virtual.unplug(1);
  expect(tariffsOfEvents().at(-1)).toBe("OWN");
  clock.advance(1_000);
  await virtual.plugIn(1);
  await virtual.presentToken(1, "TAG1");
  expect(tariffsOfEvents().at(-1)).toBe("LATER");
});

it("says nothing of tariffs where none were set", async () => {
  await charging(station({ version: "2.1" }));
  expect(new Set(tariffsOfEvents())).toEqual(new Set([undefined]));
});

it("shows a driver of 1.6 the price, and then what it costs, as the messages of the alliance say", async () => {
  const virtual = station({ version: "1.6" });
  await charging(virtual);
  const vendorId = "org.openchargealliance.costmsg";
  const say = async (messageId: string, data: object | string) =>
    (await ask("DataTransfer", { vendorId, messageId, data: typeof data === "string" ? data : JSON.stringify(data) }))
      .status;
  const shown = async () => {
    const { configurationKey } = await ask("GetConfiguration", { key: ["ShownMessage"] });
    return configurationKey;
  };
  expect(await say("SetUserPrice", { idToken: "TAG1", priceText: "0.39 a kWh" })).toBe("Accepted");
  expect(await shown()).toMatchObject([{ value: "0.39 a kWh" }]);
  const transactionId = Number(virtual.transaction(1)?.wireId);
  expect(await say("RunningCost", { transactionId, cost: 4.8 })).toBe("Accepted");
  expect(await shown()).toMatchObject([{ value: "EVSE 1: 4.80 EUR" }]);
  expect(await say("FinalCost", "no JSON")).toBe("Rejected");
  expect(await say("Else", {})).toBe("Rejected");
});
