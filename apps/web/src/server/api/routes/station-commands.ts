import { type Answer, answers } from "@chargehand/domain/command";
import { z } from "zod";
import { commandSchema, variableWrites } from "../../commands/schema";
import type { AwaitedCommand } from "../../commands/settled";
import { stationIdOf } from "../../stations/id-of";
import { type ProblemName, Trouble } from "../problems";
import { type Asked, answered, type Route, route } from "../route";
import { commandDetail, stationError, toCommandDetail } from "../schemas/command";
import { number } from "../schemas/shared";
import { ofStation } from "./stations";

const tag = "Commands";

/** How a command is given, whatever it is. */
const manner = z.strictObject({
  wait: z.coerce.number().min(0).max(30).default(20).describe("Seconds to wait for the station's answer."),
  ifOffline: z.enum(["refuse", "queue"]).default("refuse").describe("`queue` keeps it for the station's return."),
  expiresInSeconds: z.coerce.number().int().min(10).max(86_400).default(600).describe("How long a queued one waits."),
  reason: z.string().trim().max(500).optional().describe("For the people who read the record."),
});

const sending: readonly ProblemName[] = ["unknown-station", "offline", "refused", "unsupported-by-version"];

const commandAnswers = {
  200: { about: "The station has answered, or there will be no answer.", schema: commandDetail },
  202: { about: "It is on its way; ask for it again under `/commands/{id}`.", schema: commandDetail },
} as const;

export const stationCommands: readonly Route[] = [
  route({
    method: "POST",
    path: "/stations/{id}/commands",
    tag,
    operation: "sendCommand",
    summary: "Tell a station something, in the words that all versions share",
    about:
      "A session is named by our number. A `raw` one needs the permission `commands.expert` too. What happened because of it is `proof`; ask for the command again to see it.",
    permissions: ["commands.send"],
    params: ofStation,
    query: manner,
    body: commandSchema,
    answers: commandAnswers,
    problems: [...sending, "invalid-payload", "not-found"],
    async handle(asked) {
      return commandAnswer(await send(asked, asked.body));
    },
  }),
  route({
    method: "POST",
    path: "/stations/{id}/variables/read",
    tag: "Variables",
    operation: "readVariables",
    summary: "Ask a station for its variables",
    about: "Without a body it is asked for all of them. What it says is in the list of its variables.",
    permissions: ["commands.send"],
    params: ofStation,
    query: manner,
    body: z
      .strictObject({ variables: variableWrites.element.shape.variable.array().min(1).max(500).optional() })
      .optional(),
    answers: commandAnswers,
    problems: sending,
    async handle(asked) {
      return commandAnswer(await send(asked, { type: "read-variables", ...asked.body }));
    },
  }),
  route({
    method: "POST",
    path: "/stations/{id}/variables/write",
    tag: "Variables",
    operation: "writeVariables",
    summary: "Change a station's variables",
    permissions: ["commands.send"],
    params: ofStation,
    query: manner,
    body: z.strictObject({ writes: variableWrites }),
    answers: commandAnswers,
    problems: sending,
    async handle(asked) {
      return commandAnswer(await send(asked, { type: "write-variables", ...asked.body }));
    },
  }),
  route({
    method: "POST",
    path: "/stations/{id}/ocpp/{action}",
    tag,
    operation: "callStation",
    summary: "Any call of the station's own version, in its own words",
    about:
      "The body is the call's payload, and is checked against the schema of the station's version before it is sent. " +
      'An error that the station itself answers is 200 with `status: "error"`.',
    permissions: ["commands.expert", "commands.send"],
    params: ofStation.extend({ action: z.string().max(50) }),
    query: manner,
    body: z.looseObject({}).default({}),
    answers: {
      200: {
        about: "The station has answered.",
        schema: z.object({
          commandId: number,
          status: z
            .enum(answers)
            .exclude(["none", "unsupported"])
            .describe("What its answer means; `error`: it answered an error."),
          response: z.looseObject({}).nullable().describe("Its answer in its own words, with secrets covered."),
          error: stationError.nullable(),
        }),
      },
      202: {
        about: "It has not answered yet; ask under `/commands/{id}`.",
        schema: z.object({ commandId: number, status: z.enum(["held", "queued", "sent"]), response: z.null() }),
      },
    },
    problems: [...sending, "invalid-payload", "no-answer"],
    async handle(asked) {
      const { action } = asked.params;
      const { settled, command, wire } = await send(asked, { type: "raw", action, payload: asked.body });
      const commandId = Number(command.id);
      const { delivery, answer } = command;
      if (!settled && (delivery === "held" || delivery === "queued" || delivery === "sent")) {
        return answered(202, { commandId, status: delivery, response: null });
      }
      if (answer === undefined || answer === "none") throw unanswered(commandId, command.station);
      const response = wire.response === null ? null : { ...wire.response };
      return answered(200, {
        commandId,
        status: statusOf(answer),
        response,
        error: errorOf(answer, { command, wire }),
      });
    },
  }),
];

type Order = Asked<z.output<typeof ofStation>, z.output<typeof manner>, unknown>;

async function send({ params, query, context, procedures }: Order, command: z.input<typeof commandSchema>) {
  const station = await stationIdOf(context, params.id);
  const { wait, ...how } = query;
  return procedures.commands.sendAndWait({ station, command, waitSeconds: wait, ...how });
}

const commandAnswer = ({ settled, command, wire }: AwaitedCommand) =>
  settled ? answered(200, toCommandDetail(command, wire)) : answered(202, toCommandDetail(command, wire));

/** A station that has no words for a call says so with an error, like any other. */
const statusOf = (answer: Exclude<Answer, "none">) => (answer === "unsupported" ? "error" : answer);

function errorOf(answer: Answer, { command, wire }: Pick<AwaitedCommand, "command" | "wire">) {
  if (statusOf(answer === "none" ? "error" : answer) !== "error") return null;
  if (wire.error) return { ...wire.error, details: { ...wire.error.details } };
  // It answered something that its own version's schema does not take.
  return { code: "", description: command.answerDetail ?? "", details: {} };
}

function unanswered(commandId: number, station: string) {
  return new Trouble("no-answer", `${station} did not answer; whether it heard the call is not known.`, { commandId });
}
