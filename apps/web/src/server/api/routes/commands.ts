import { z } from "zod";
import { stationIdOf } from "../../stations/id-of";
import { answered, type Route, route } from "../route";
import { command, commandDetail, toCommand, toCommandDetail } from "../schemas/command";
import { numberInText, pageOf, paging, toPage } from "../schemas/shared";

const tag = "Commands";
const ofCommand = z.strictObject({ id: numberInText });

export const commands: readonly Route[] = [
  route({
    method: "GET",
    path: "/commands",
    tag,
    operation: "listCommands",
    summary: "What stations were told, newest first",
    permissions: ["commands.view"],
    query: z.strictObject({
      ...paging(200),
      station: z.string().max(255).optional().describe("The station's name on the wire."),
      only: z.enum(["open", "unproven"]).optional().describe("`open`: still on its way."),
    }),
    answers: { 200: { about: "A page of commands.", schema: pageOf(command) } },
    problems: ["unknown-station"],
    async handle({ query: { station, ...query }, context, procedures }) {
      const at = station === undefined ? undefined : await stationIdOf(context, station);
      return toPage(await procedures.commands.list({ station: at, ...query }), toCommand);
    },
  }),
  route({
    method: "GET",
    path: "/commands/{id}",
    tag,
    operation: "getCommand",
    summary: "One command, and what came of it",
    permissions: ["commands.view"],
    params: ofCommand,
    answers: { 200: { about: "The command.", schema: commandDetail } },
    problems: ["not-found"],
    async handle({ params, procedures }) {
      const [row, wire] = await Promise.all([procedures.commands.byId(params), procedures.commands.wire(params)]);
      return answered(200, toCommandDetail(row, wire));
    },
  }),
  route({
    method: "POST",
    path: "/commands/{id}/cancel",
    tag,
    operation: "cancelCommand",
    summary: "Take back a command that has not left us",
    permissions: ["commands.send"],
    params: ofCommand,
    answers: { 204: { about: "It will not be sent." } },
    problems: ["not-found", "conflict"],
    async handle({ params, procedures }) {
      await procedures.commands.cancel(params);
      return answered(204);
    },
  }),
];
