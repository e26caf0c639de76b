import { describe, expect, it } from "vitest";
import { senderOf } from "../src/actions";
import { dialects } from "../src/dialects";
import type { Frame } from "../src/frame";
import { senders } from "../src/generated/actions";
import { usualQuirks } from "../src/quirks";
import { validateRequest, validateResponse } from "../src/validate";
import { versions } from "../src/version";
import { captures, conversationsOf } from "./conversations";

const now = new Date("2026-05-01T10:00:00Z");
// What we answer to these is decided by more than the message.
const decided = new Set<string | undefined>([
  "booted",
  "heartbeat",
  "token-presented",
  "session",
  "data-transfer",
  "dynamic-limits-asked",
]);

describe.each(versions)("the conversations of %s", (version) => {
  const lines = conversationsOf(version);
  const calledBy = (sender: "station" | "csms") =>
    [...new Set(lines.filter(({ from }) => from === sender).flatMap(({ frame }) => actionOf(frame)))].sort();
  const answeredBy = (sender: "station" | "csms") =>
    [
      ...new Set(
        lines.flatMap(({ from, frame, action }) => (from === sender && frame.kind === "result" ? [action] : [])),
      ),
    ].sort();
  const sentBy = (sender: "station" | "csms") =>
    Object.keys(senders[version])
      .filter((action) => [sender, "both"].includes(senderOf(version, action) ?? ""))
      .sort();

  it.each(["station", "csms"] as const)("hold every action that is sent by the %s, and an answer to each", (sender) => {
    expect(calledBy(sender)).toEqual(sentBy(sender));
    const never = version === "2.1" ? ["NotifyPeriodicEventStream"] : [];
    expect(answeredBy(sender === "station" ? "csms" : "station")).toEqual(
      sentBy(sender).filter((action) => !never.includes(action)),
    );
  });

  it("are understood, and say what we would answer", () => {
    for (const { action, frame, from } of lines) {
      if (from !== "station" || (frame.kind !== "call" && frame.kind !== "send")) continue;
      const adapter = dialects[version].inbound(action);
      const report = adapter?.toReport(frame.payload, { receivedAt: now, note: () => {} });
      expect(report?.type).toBeDefined();
      if (decided.has(report?.type)) continue;
      const ours = frame.kind === "call" && adapter?.toAnswer({ type: "acknowledged" }, { now }, frame.payload);
      const written = lines.find((line) => line.frame.kind === "result" && line.frame.id === frame.id);
      expect([frame.id, written?.frame.kind === "result" && written.frame.payload]).toEqual([frame.id, ours]);
    }
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

function actionOf(frame: Frame): string[] {
  return frame.kind === "call" || frame.kind === "send" ? [frame.action] : [];
}

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
