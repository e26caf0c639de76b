import { z } from "zod";
import type { MessageDetail, MessageRow } from "../../../features/messages/message-view";
import { ocppVersions } from "../../stations/filter";
import { number, time } from "./shared";

const facts = {
  id: z.string(),
  station: z.string().describe("Its name on the wire."),
  at: time.describe("When we received or sent it."),
  from: z.enum(["station", "us"]),
  messageId: z.string().nullable().describe("The name that a call and its answer share."),
  action: z.string().nullable(),
  says: z.string().nullable().describe("What it says, in a few words."),
  verdict: z.enum(["ok", "error", "no-answer", "open"]),
  answer: z.string().nullable().describe("The answer in a word, or the error's code."),
  latencyMs: z.number().nullable(),
};

export const frame = z.object(facts).describe("A call and its answer.").meta({ id: "Frame" });

export const frameDetail = z
  .object({
    ...facts,
    version: z.enum(ocppVersions).nullable(),
    call: z.string().describe("The call's text as it went over the wire, with secrets covered."),
    reply: z.string().nullable().describe("The answer's text, likewise."),
    repliedAt: time.nullable(),
    violations: z.array(z.object({ path: z.string(), text: z.string() })).describe("Where the call breaks its schema."),
    note: z.string().nullable(),
    sessionId: number.nullable(),
  })
  .meta({ id: "FrameDetail" });

export const toFrame = (row: MessageRow): z.input<typeof frame> => ({
  id: row.id,
  station: row.station,
  at: row.at,
  from: row.from,
  messageId: row.messageId ?? null,
  action: row.action === "–" ? null : row.action,
  says: row.says || null,
  verdict: row.verdict,
  answer: row.answer ?? null,
  latencyMs: row.latencyMs ?? null,
});

export const toFrameDetail = (row: MessageDetail): z.input<typeof frameDetail> => ({
  ...toFrame(row),
  version: row.version ?? null,
  call: row.call,
  reply: row.reply ?? null,
  repliedAt: row.repliedAt ?? null,
  violations: [...row.violations],
  note: row.note ?? null,
  sessionId: row.sessionId === undefined ? null : Number(row.sessionId),
});
