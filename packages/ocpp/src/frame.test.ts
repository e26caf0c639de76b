import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  encodeCall,
  encodeError,
  encodeResult,
  encodeResultError,
  encodeResultText,
  encodeSend,
  parseFrame,
} from "./frame";
import { RpcError } from "./rpc-error";
import { versions } from "./version";

const answerOf = (text: string, version: (typeof versions)[number]) => {
  const frame = parseFrame(text, version);
  if (frame.kind !== "malformed") throw new Error(`expected a malformed frame, got ${JSON.stringify(frame)}`);
  return frame.answer === undefined ? undefined : JSON.parse(frame.answer);
};

describe.each(versions)("in %s", (version) => {
  it("reads back what it writes", () => {
    expect(parseFrame(encodeCall("1", "Reset", { type: "Hard" }), version)).toEqual({
      kind: "call",
      id: "1",
      action: "Reset",
      payload: { type: "Hard" },
    });
    expect(parseFrame(encodeResult('quoted "id"', { a: 1 }), version)).toEqual({
      kind: "result",
      id: 'quoted "id"',
      payload: { a: 1 },
    });
    expect(parseFrame(encodeResultText("2", '{"a":1}'), version)).toEqual({
      kind: "result",
      id: "2",
      payload: { a: 1 },
    });
    expect(parseFrame(encodeError("3", new RpcError("security", "not yet"), version), version)).toEqual({
      kind: "error",
      id: "3",
      code: "SecurityError",
      description: "not yet",
      details: {},
    });
  });

  it("never throws on any text, nor takes it for a call without an id and an action", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `[2,"id",${json}]`),
        ),
        (text) => {
          const frame = parseFrame(text, version);
          if (frame.kind === "call") expect(typeof frame.id + typeof frame.action).toBe("stringstring");
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("never throws on a call that lost or gained characters", () => {
    const call = encodeCall("4", "DataTransfer", { vendorId: 'a"\\b', data: "[[{{" });
    fc.assert(
      fc.property(fc.nat(call.length), fc.nat(5), fc.string({ maxLength: 5 }), (at, cut, insert) => {
        parseFrame(call.slice(0, at) + insert + call.slice(at + cut), version);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes a megabyte of brackets, quotes or backslashes in its stride", () => {
    const start = performance.now();
    for (const piece of ["[", "{", '"', "\\", '\\"', '["', '{"a":', "[2,", "]", '"\\\\']) {
      parseFrame(piece.repeat(2 ** 20 / piece.length), version);
      parseFrame(`[2,"5","DataTransfer",${piece.repeat(2 ** 20 / piece.length)}`, version);
    }
    // Twenty megabytes of text; anything worse than linear would take minutes.
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("refuses a call nested deeper than 64, though it is JSON, and takes one of 64", () => {
    const nested = (depth: number) =>
      `[2,"6","DataTransfer",{"vendorId":"x","data":${"[".repeat(depth)}${"]".repeat(depth)}}]`;
    expect(parseFrame(nested(62), version)).toMatchObject({ kind: "call", id: "6" });
    const refusal = version === "1.6" ? "FormationViolation" : "FormatViolation";
    expect(answerOf(nested(63), version)).toEqual([4, "6", refusal, "the message is nested deeper than 64", {}]);
    expect(answerOf(nested(10_000), version)).toEqual([4, "6", refusal, "the message is nested deeper than 64", {}]);
  });

  it("counts no brackets within strings as nesting", () => {
    const text = JSON.stringify([2, "7", "DataTransfer", { vendorId: '\\"[[{{'.repeat(40) }]);
    expect(parseFrame(text, version)).toMatchObject({ kind: "call", id: "7" });
  });

  it("tolerates a message id of up to 255 characters with a note, and refuses longer ones under their own id", () => {
    expect(parseFrame(encodeCall("x".repeat(36), "Heartbeat", {}), version)).not.toHaveProperty("note");
    expect(parseFrame(encodeCall("x".repeat(255), "Heartbeat", {}), version)).toMatchObject({
      kind: "call",
      note: "message id longer than 36 characters",
    });
    const long = "x".repeat(10_000);
    expect(answerOf(encodeCall(long, "Heartbeat", {}), version)).toEqual([
      4,
      long,
      version === "1.6" ? "FormationViolation" : "FormatViolation",
      "the message id is longer than 36 characters",
      {},
    ]);
  });

  it("leaves the payload to the schema, whatever it is", () => {
    expect(parseFrame('[2,"8","Heartbeat",null]', version)).toEqual({
      kind: "call",
      id: "8",
      action: "Heartbeat",
      payload: null,
    });
  });

  it.each([
    { text: '[4,"9","InternalError"]', description: "", details: {} },
    { text: '[4,"9","InternalError","oops"]', description: "oops", details: {} },
    { text: '[4,"9","InternalError","oops","why"]', description: "oops", details: "why" },
    { text: '[4,"9","InternalError",null,null]', description: "", details: {} },
  ])("pads an error that lacks elements: $text", ({ text, description, details }) => {
    expect(parseFrame(text, version)).toEqual({
      kind: "error",
      id: "9",
      code: "InternalError",
      description,
      details,
      note: "message of type 4 without all its five elements",
    });
  });

  it("never answers a broken error", () => {
    for (const text of ['[4,"10"]', "[4]", '[4,"10",7]', '[4,"10","Gen']) {
      expect(parseFrame(text, version)).toMatchObject({ kind: "malformed", messageType: 4, answer: undefined });
    }
  });

  it("keeps the id of a broken result, so that the call it belongs to can fail at once", () => {
    expect(parseFrame('[3,"11"]', version)).toMatchObject({ kind: "malformed", messageType: 3, id: "11" });
  });

  it("cuts an error's description to the 255 characters that the versions allow", () => {
    expect(JSON.parse(encodeError("12", new RpcError("generic", "x".repeat(300)), version))[3]).toHaveLength(255);
  });
});

describe("what is no frame, in 1.6", () => {
  it.each([
    ["not JSON", "hello"],
    ["nothing", ""],
    ["a JSON object", '{"a":1}'],
    ["a JSON string", '"[2]"'],
    ["an empty array", "[]"],
    ["a call without an id", "[2]"],
    ["a call whose id is a number", '[2,13,"Heartbeat",{}]'],
    ["an unknown message type", '[9,"13","Heartbeat",{}]'],
    ["a message type that 2.1 added", '[6,"13","NotifyPeriodicEventStream",{}]'],
    ["a broken result", '[3,"13"]'],
  ])("answers nothing to %s", (_, text) => {
    expect(answerOf(text, "1.6")).toBeUndefined();
  });

  it.each([
    ["broken JSON", '[2,"13","Heartbeat",{]', "the message is not JSON"],
    ["a cut call", '[2,"13","Heartbe', "the message is not JSON"],
    ["a call without payload", '[2,"13","Heartbeat"]', "a call has four elements"],
    ["a call with five elements", '[2,"13","Heartbeat",{},{}]', "a call has four elements"],
    ["a call whose action is no text", '[2,"13",{},{}]', "the call names no action"],
    ["a message type in quotes", '["2","13","Heartbeat",{}]', "the message does not begin with a message type"],
  ])("answers FormationViolation to %s, since its id can be read", (_, text, description) => {
    expect(answerOf(text, "1.6")).toEqual([4, "13", "FormationViolation", description, {}]);
  });
});

describe.each(["2.0.1", "2.1"] as const)("what is no frame, in %s", (version) => {
  it.each([
    ["not JSON", "hello", "the message is not JSON"],
    ["a JSON object", '{"a":1}', "the message is not a JSON array"],
    ["an empty array", "[]", "the message does not begin with a message type"],
    ["a call without an id", "[2]", "the message has no id"],
    ["a call whose id is a number", '[2,14,"Heartbeat",{}]', "the message has no id"],
  ])('answers RpcFrameworkError under the id "-1" to %s', (_, text, description) => {
    expect(answerOf(text, version)).toEqual([4, "-1", "RpcFrameworkError", description, {}]);
  });

  it.each([
    ["broken JSON", '[2,"14","Heartbeat",{]', "the message is not JSON"],
    ["an id with escapes", '[2,"\\u0031\\u0034","Heartbeat",{]', "the message is not JSON"],
    ["a call without payload", '[2,"14","Heartbeat"]', "a call has four elements"],
    ["a call whose action is no text", '[2,"14",7,{}]', "the call names no action"],
  ])("answers RpcFrameworkError under the call's id to %s", (_, text, description) => {
    expect(answerOf(text, version)).toEqual([4, "14", "RpcFrameworkError", description, {}]);
  });

  it("answers MessageTypeNotSupported to an unknown message type", () => {
    const description = `message type 9 does not exist in OCPP ${version}`;
    expect(answerOf('[9,"15","Heartbeat",{}]', version)).toEqual([4, "15", "MessageTypeNotSupported", description, {}]);
    expect(answerOf("[9]", version)).toEqual([4, "-1", "MessageTypeNotSupported", description, {}]);
  });
});

describe("the message types that 2.1 added", () => {
  const send = encodeSend("16", "NotifyPeriodicEventStream", { id: 1 });
  const resultError = encodeResultError("17", new RpcError("format", "cannot use it"), "2.1");

  it("are read in 2.1", () => {
    expect(parseFrame(send, "2.1")).toEqual({
      kind: "send",
      id: "16",
      action: "NotifyPeriodicEventStream",
      payload: { id: 1 },
    });
    expect(parseFrame(resultError, "2.1")).toMatchObject({ kind: "result-error", id: "17", code: "FormatViolation" });
  });

  it("are unknown in 2.0.1", () => {
    const unknown = (id: string, type: number) => {
      return [4, id, "MessageTypeNotSupported", `message type ${type} does not exist in OCPP 2.0.1`, {}];
    };
    expect(answerOf(send, "2.0.1")).toEqual(unknown("16", 6));
    expect(answerOf(resultError, "2.0.1")).toEqual(unknown("17", 5));
  });

  it("never answer a broken SEND", () => {
    expect(answerOf('[6,"18","NotifyPeriodicEventStream"]', "2.1")).toBeUndefined();
  });

  it("tell the station that its result could not be used", () => {
    expect(answerOf('[3,"19"]', "2.1")).toEqual([5, "19", "RpcFrameworkError", "a result has three elements", {}]);
    expect(answerOf('[3,"19"]', "2.0.1")).toBeUndefined();
  });
});
