import { z } from "zod";
import { stationIdOf } from "../../stations/id-of";
import { answered, type Route, route } from "../route";
import { reading, session, sessionDetail, toReading, toSession, toSessionDetail } from "../schemas/session";
import { numberInText, pageOf, paging, timeInText, toPage } from "../schemas/shared";

const tag = "Sessions";
const ofSession = z.strictObject({ id: numberInText });

export const sessions: readonly Route[] = [
  route({
    method: "GET",
    path: "/sessions",
    tag,
    operation: "listSessions",
    summary: "Charging sessions, newest first",
    permissions: ["sessions.view"],
    query: z.strictObject({
      ...paging(200),
      station: z.string().max(255).optional().describe("The station's name on the wire."),
      site: numberInText.optional(),
      only: z.enum(["open", "ended", "attention"]).optional().describe("`attention`: something does not add up."),
      token: z.string().max(255).optional(),
      from: timeInText.optional().describe("First heard of at this time or later; the list goes by that."),
      to: timeInText.optional().describe("First heard of before this time."),
    }),
    answers: { 200: { about: "A page of sessions.", schema: pageOf(session) } },
    problems: ["unknown-station"],
    async handle({ query: { station, ...query }, context, procedures }) {
      const at = station === undefined ? undefined : await stationIdOf(context, station);
      return toPage(await procedures.sessions.list({ station: at, ...query }), toSession);
    },
  }),
  route({
    method: "GET",
    path: "/sessions/{id}",
    tag,
    operation: "getSession",
    summary: "One session and what explains it",
    permissions: ["sessions.view"],
    params: ofSession,
    answers: { 200: { about: "The session.", schema: sessionDetail } },
    problems: ["not-found"],
    async handle({ params, procedures }) {
      return answered(200, toSessionDetail(await procedures.sessions.byId(params)));
    },
  }),
  route({
    method: "GET",
    path: "/sessions/{id}/meter-values",
    tag,
    operation: "listMeterValues",
    summary: "What a session's meter said, in order",
    about: "Readings are kept as long as the installation's retention says; the session itself outlives them.",
    permissions: ["sessions.view"],
    params: ofSession,
    query: z.strictObject(paging(1_000, 200)),
    answers: { 200: { about: "A page of readings.", schema: pageOf(reading) } },
    problems: ["not-found"],
    async handle({ params, query, procedures }) {
      return toPage(await procedures.sessions.readings({ ...params, ...query }), toReading);
    },
  }),
];
