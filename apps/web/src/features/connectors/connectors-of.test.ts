import { describe, expect, it } from "vitest";
import type { ConnectorRow } from "@/server/stations/rows";
import { connectorsOf } from "./connectors-of";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));
const connector = (facts: Partial<ConnectorRow>): ConnectorRow => ({
  evse: 1,
  connector: 1,
  status: "available",
  activity: null,
  since: at(0),
  receivedAt: at(0),
  errorCode: null,
  errorInfo: null,
  vendorErrorCode: null,
  session: null,
  ...facts,
});
const here = { connected: true, disconnectedAt: null };

describe("a station's connectors", () => {
  it("are those a car can be plugged into: what is told of the station itself is none", () => {
    expect(connectorsOf([connector({ evse: 0, connector: 0 }), connector({})], here)).toHaveLength(1);
  });

  it("are numbered as people count, with a second number only where an EVSE has two", () => {
    const rows = [connector({}), connector({ connector: 2 }), connector({ evse: 2 })];
    expect(connectorsOf(rows, here).map(({ label }) => label)).toEqual(["1.1", "1.2", "2"]);
  });

  it("are offline since the line fell, not since they last changed", () => {
    const [shown] = connectorsOf([connector({ status: "faulted" })], { connected: false, disconnectedAt: at(9) });
    expect(shown).toMatchObject({ state: "offline", since: at(9) });
  });

  it("carry a fault's words only while they are faulted", () => {
    const words = { errorCode: "GroundFailure", errorInfo: "34 mA" };
    expect(connectorsOf([connector({ ...words, status: "faulted" })], here)[0]?.fault).toMatchObject({
      code: "GroundFailure",
      info: "34 mA",
    });
    expect(connectorsOf([connector(words)], here)[0]?.fault).toBeUndefined();
  });
});
