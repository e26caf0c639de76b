import { describe, expect, it } from "vitest";
import { whatItSays, whatTheAnswerSays } from "./what-it-says";

const call = (action: string, payload: object) => whatItSays(action, JSON.stringify([2, "1", action, payload]));

describe("what a message says", () => {
  it("is the place and the state of a status, with its fault", () => {
    expect(call("StatusNotification", { connectorId: 2, status: "Faulted", errorCode: "GroundFailure" })).toBe(
      "#2 Faulted GroundFailure",
    );
    expect(call("StatusNotification", { evseId: 1, connectorId: 2, connectorStatus: "Occupied" })).toBe(
      "#1/2 Occupied",
    );
  });

  it("is power, energy and charge of meter values, in the station's own units", () => {
    const meterValue = [
      {
        sampledValue: [
          { value: 96400, measurand: "Power.Active.Import", unitOfMeasure: { unit: "W" } },
          { value: 28410 },
          { value: 62, measurand: "SoC" },
          { value: 230, measurand: "Voltage", phase: "L1" },
        ],
      },
    ];
    expect(call("MeterValues", { evseId: 1, meterValue })).toBe("#1 96400 W, 28410 Wh, SoC 62 %");
  });

  it("is the first plain values of an action nobody has described", () => {
    expect(call("VendorThing", { a: 1, b: "two", c: { d: 3 } })).toBe("a 1, b two");
  });

  it("is the frame itself when that cannot be read", () => {
    expect(whatItSays(null, "[2,")).toBe("[2,");
    expect(whatItSays("Authorize", '{"not":"an array"}')).toBe('{"not":"an array"}');
  });
});

describe("what an answer says", () => {
  it("is its status, the token's status, or just that it came", () => {
    expect(whatTheAnswerSays('[3,"1",{"status":"Accepted"}]')).toBe("Accepted");
    expect(whatTheAnswerSays('[3,"1",{"transactionId":1,"idTagInfo":{"status":"Blocked"}}]')).toBe("Blocked");
    expect(whatTheAnswerSays('[3,"1",{}]')).toBe("ok");
  });

  it("is the code and the words of an error", () => {
    expect(whatTheAnswerSays('[4,"1","NotSupported","no such action",{}]')).toBe("NotSupported no such action");
  });
});
