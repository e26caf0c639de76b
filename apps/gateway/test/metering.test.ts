import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway, versions } from "./harness";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ UNKNOWN_TOKENS: "accept" });
});
afterAll(() => gateway.stop());

const at = new Date(Date.now() - 60_000).toISOString();
const signature = 'OCMF|{"FV":"1.0","RD":[{"RV":1000}]}|{"SD":"3045"}';

describe.each(versions)("what the meter of a station of %s says", (version) => {
  const old = version === "1.6";
  const value = (
    number: number,
    facts: { measurand: string; unit: string; phase?: string; context?: string; location?: string },
  ) => {
    const { unit, ...rest } = facts;
    return old ? { value: String(number), unit, ...rest } : { value: number, unitOfMeasure: { unit }, ...rest };
  };

  it("is kept in base units, and whatever has no place of its own as it was said", async () => {
    const identity = `METER-${version}`;
    const station = await gateway.boot(identity, version);
    const sampledValue = [
      old
        ? value(12.5, { measurand: "Energy.Active.Import.Register", unit: "kWh", context: "Sample.Clock" })
        : {
            value: 1.25,
            measurand: "Energy.Active.Import.Register",
            unitOfMeasure: { unit: "kWh", multiplier: 1 },
            context: "Sample.Clock",
          },
      value(2300, { measurand: "Power.Active.Import", unit: "W", phase: "L1" }),
      value(2200, { measurand: "Power.Active.Import", unit: "W", phase: "L2" }),
      value(231.5, { measurand: "Voltage", unit: "V", phase: "L1-N" }),
      value(50.01, { measurand: "Frequency", unit: old ? "Percent" : "Hz" }),
      value(7, { measurand: "Energy.Reactive.Export.Interval", unit: "varh", location: "Inlet" }),
    ];
    // Of the main meter, by the clock: nobody charges.
    const place = old ? { connectorId: 0 } : { evseId: 0 };
    const answer = await station.call("MeterValues", { ...place, meterValue: [{ timestamp: at, sampledValue }] });
    expect(answer[0]).toBe(3);
    const row = await gateway.row<{ rest: { measurand: string }[] }>(
      `SELECT m.evse, m.session_id, m.energy_wh, m.power_w, m.rest FROM journal.sample m JOIN station s ON s.id = m.station_id
       WHERE s.identity = $1`,
      identity,
    );
    expect(row).toMatchObject({ evse: 0, session_id: null, energy_wh: 12_500, power_w: 4_500 });
    expect(row.rest).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ measurand: "Voltage", value: expect.anything(), phase: "L1-N" }),
        expect.objectContaining({ measurand: "Frequency" }),
        expect.objectContaining({ measurand: "Energy.Reactive.Export.Interval", location: "Inlet" }),
        expect.objectContaining({ measurand: "Power.Active.Import", phase: "L2" }),
      ]),
    );
    station.close();
  });

  it("is kept whole where it is signed", async () => {
    const identity = `SIGNED-${version}`;
    const station = await gateway.boot(identity, version);
    const signed = old
      ? { value: signature, format: "SignedData", context: "Transaction.Begin" }
      : {
          value: 1000,
          context: "Transaction.Begin",
          signedMeterValue: {
            signedMeterData: signature,
            signingMethod: "ECDSA",
            encodingMethod: "OCMF",
            publicKey: "",
          },
        };
    const meterValue = [{ timestamp: at, sampledValue: [signed] }];
    const place = old ? { connectorId: 1 } : { evseId: 1 };
    expect((await station.call("MeterValues", { ...place, meterValue }))[0]).toBe(3);
    const row = await gateway.row<{ rest: object[]; energy_wh: number | null }>(
      `SELECT m.rest, m.energy_wh FROM journal.sample m JOIN station s ON s.id = m.station_id WHERE s.identity = $1`,
      identity,
    );
    expect(JSON.stringify(row.rest)).toContain(JSON.stringify(signature).slice(1, -1));
    expect(row.energy_wh).toBe(old ? null : 1000);
    expect(row.rest).toMatchObject([{ signed: expect.any(Object) }]);
    station.close();
  });
});
