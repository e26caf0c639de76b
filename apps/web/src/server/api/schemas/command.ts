import { answers, commandTypes, deliveries, proofs } from "@chargehand/domain/command";
import { z } from "zod";
import { commandState, commandStates } from "../../../features/commands/command-view";
import type { CommandRow } from "../../commands/list";
import type { WireOutcome } from "../../commands/wire-outcome";
import { number, time } from "./shared";

const facts = {
  id: number,
  station: z.string().describe("Its name on the wire."),
  command: z.looseObject({ type: z.enum(commandTypes) }).describe("What it was told, without secrets."),
  origin: z.enum(["operator", "api", "system"]),
  by: z.string(),
  reason: z.string().nullable(),
  state: z.enum(commandStates).describe("The three facts that follow, in one word."),
  delivery: z.enum(deliveries),
  answer: z.enum(answers).nullable().describe("Null while there is none; `none` when there will be none."),
  answerDetail: z.string().nullable(),
  proof: z.enum(proofs).describe("Whether what was accepted was seen to happen."),
  evidence: z.string().nullable(),
  sessionId: number.nullable(),
  createdAt: time,
  heldUntil: time.nullable(),
  expiresAt: time.nullable(),
  sentAt: time.nullable(),
  answeredAt: time.nullable(),
  deadline: time.nullable().describe("Until when the proof is expected."),
  confirmedAt: time.nullable(),
  unprovenAt: time.nullable(),
};

export const command = z.object(facts).meta({ id: "Command" });

export const stationError = z
  .object({ code: z.string(), description: z.string(), details: z.looseObject({}) })
  .describe("The station's own error, word for word.")
  .meta({ id: "StationError" });

export const commandDetail = z
  .object({
    ...facts,
    action: z.string().nullable().describe("What it was called on the wire, once it was sent."),
    response: z.looseObject({}).nullable().describe("The station's answer in its own words, without secrets."),
    error: stationError.nullable(),
  })
  .meta({ id: "CommandDetail" });

export const toCommand = (row: CommandRow): z.input<typeof command> => ({
  id: Number(row.id),
  station: row.station,
  command: { ...row.command },
  origin: origins.find((known) => known === row.origin) ?? "system",
  by: row.by,
  reason: row.reason ?? null,
  state: commandState(row),
  delivery: row.delivery,
  answer: row.answer ?? null,
  answerDetail: row.answerDetail ?? null,
  proof: row.proof,
  evidence: row.evidence?.text ?? null,
  sessionId: row.sessionId ?? null,
  createdAt: row.createdAt,
  heldUntil: row.heldUntil ?? null,
  expiresAt: row.expiresAt ?? null,
  sentAt: row.sentAt ?? null,
  answeredAt: row.answeredAt ?? null,
  deadline: row.deadline ?? null,
  confirmedAt: row.confirmedAt ?? null,
  unprovenAt: row.unprovenAt ?? null,
});

const origins = facts.origin.options;

export const toCommandDetail = (row: CommandRow, wire: WireOutcome): z.input<typeof commandDetail> => ({
  ...toCommand(row),
  action: wire.action,
  response: wire.response === null ? null : { ...wire.response },
  error: wire.error && { ...wire.error, details: { ...wire.error.details } },
});
