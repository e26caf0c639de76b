import { describe, expect, it } from "vitest";
import { dialects } from "../src/dialects";
import { usualQuirks } from "../src/quirks";
import { validateRequest, validateResponse } from "../src/validate";
import { versions } from "../src/version";
import { captures, conversationsOf } from "./conversations";

// The messages of the first slice, in both directions.
const fromStations = {
  "1.6": [
    "Authorize",
    "BootNotification",
    "DataTransfer",
    "DiagnosticsStatusNotification",
    "FirmwareStatusNotification",
    "Heartbeat",
    "LogStatusNotification",
    "MeterValues",
    "SecurityEventNotification",
    "SignedFirmwareStatusNotification",
    "StartTransaction",
    "StatusNotification",
    "StopTransaction",
  ],
  "2.x": [
    "Authorize",
    "BootNotification",
    "DataTransfer",
    "FirmwareStatusNotification",
    "Heartbeat",
    "LogStatusNotification",
    "MeterValues",
    "NotifyEvent",
    "NotifyReport",
    "PublishFirmwareStatusNotification",
    "SecurityEventNotification",
    "StatusNotification",
    "TransactionEvent",
  ],
};

const fromUs = {
  "1.6": [
    "ChangeAvailability",
    "ChangeConfiguration",
    "DataTransfer",
    "GetConfiguration",
    "RemoteStartTransaction",
    "RemoteStopTransaction",
    "Reset",
    "TriggerMessage",
    "UnlockConnector",
  ],
  "2.x": [
    "ChangeAvailability",
    "DataTransfer",
    "GetBaseReport",
    "GetTransactionStatus",
    "GetVariables",
    "RequestStartTransaction",
    "RequestStopTransaction",
    "Reset",
    "SetVariables",
    "TriggerMessage",
    "UnlockConnector",
  ],
};

describe.each(versions)("the conversations of %s", (version) => {
  const lines = conversationsOf(version);
  const language = version === "1.6" ? "1.6" : "2.x";
  const actionsFrom = (sender: "station" | "csms") =>
    [
      ...new Set(
        lines.filter(({ from, frame }) => from === sender && frame.kind === "call").map(({ action }) => action),
      ),
    ].sort();

  it("hold every action that stations send us, and every one that we take", () => {
    expect(actionsFrom("station")).toEqual(fromStations[language]);
    expect(actionsFrom("station").filter((action) => !dialects[version].inbound(action))).toEqual([]);
  });

  it("hold every action that we send", () => {
    expect(actionsFrom("csms")).toEqual(fromUs[language]);
    expect(actionsFrom("csms").filter((action) => !dialects[version].effect(action))).toEqual([]);
  });

  it.each(lines.map((line) => ({ ...line, text: JSON.stringify(line.frame) })))(
    "keep to the schema: $file $text",
    ({ action, frame }) => {
      if (frame.kind === "error" || frame.kind === "result-error") throw new Error("an error has no schema");
      const check = frame.kind === "result" ? validateResponse : validateRequest;
      expect(check(version, action, frame.payload)).toEqual({ ok: true, payload: frame.payload, notes: [] });
    },
  );
});

describe.each(captures())("the recorded station $file", ({ version, lines }) => {
  it("sends nothing that we refuse, or that needs a tolerance", () => {
    const calls = lines.filter(({ from, frame }) => from === "station" && frame.kind === "call");
    expect(calls.length).toBeGreaterThan(0);
    for (const { action, frame } of calls) {
      if (frame.kind !== "call") continue;
      expect(validateRequest(version, action, frame.payload, usualQuirks)).toMatchObject({ ok: true, notes: [] });
      expect(dialects[version].inbound(action)).toBeDefined();
    }
  });

  it("answers nothing that we cannot use", () => {
    const answers = lines.filter(({ from, frame }) => from === "station" && frame.kind === "result");
    for (const { action, frame } of answers) {
      if (frame.kind !== "result") continue;
      expect(validateResponse(version, action, frame.payload, usualQuirks)).toMatchObject({ ok: true });
    }
  });
});
