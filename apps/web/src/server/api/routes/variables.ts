import { z } from "zod";
import { cursorOf, windowOf } from "../../paging";
import { stationIdOf } from "../../stations/id-of";
import { type Route, route } from "../route";
import { pageOf, paging, toPage } from "../schemas/shared";
import { toVariable, variable } from "../schemas/variable";
import { ofStation } from "./stations";

/** How many variables were told already. */
const position = cursorOf(z.tuple([z.int().min(0)]));

export const variables: readonly Route[] = [
  route({
    method: "GET",
    path: "/stations/{id}/variables",
    tag: "Variables",
    operation: "listVariables",
    summary: "What a station said of its variables",
    about: "What opens a door is there without its value.",
    permissions: ["variables.view"],
    params: ofStation,
    query: z.strictObject(paging(1_000, 500)),
    answers: { 200: { about: "A page of variables.", schema: pageOf(variable) } },
    problems: ["unknown-station"],
    async handle({ params, query: { limit, cursor }, context, procedures }) {
      const station = await stationIdOf(context, params.id);
      const [told] = cursor === undefined ? [0] : position.parse(cursor);
      const rows = (await procedures.variables.list({ station })).slice(told, told + limit + 1);
      return toPage(
        windowOf(rows, limit, () => [told + limit]),
        toVariable,
      );
    },
  }),
];
