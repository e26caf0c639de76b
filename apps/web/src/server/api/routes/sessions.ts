import { z } from "zod";
import { sessionDecision } from "../../sessions/decisions";
import { stationIdOf } from "../../stations/id-of";
import { answered, type Route, route } from "../route";
import {
  decision,
  reading,
  session,
  sessionDetail,
  toDecision,
  toReading,
  toSession,
  toSessionDetail,
} from "../schemas/session";
import { number, numberInText, pageOf, paging, timeInText, toPage } from "../schemas/shared";

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
  route({
    method: "GET",
    path: "/sessions/{id}/decisions",
    tag,
    operation: "listSessionDecisions",
    summary: "What people decided about a session, newest first",
    permissions: ["sessions.view"],
    params: ofSession,
    answers: { 200: { about: "All of them, with those that were taken back.", schema: z.array(decision) } },
    problems: [],
    async handle({ params, procedures }) {
      return answered(200, (await procedures.sessions.decisions(params)).map(toDecision));
    },
  }),
  route({
    method: "POST",
    path: "/sessions/{id}/decisions",
    tag,
    operation: "decideSession",
    summary: "Decide about a session that does not add up",
    about:
      "Nothing that the station said is changed. What it still says about its end counts more than that it was closed, and every " +
      "decision can be taken back.",
    permissions: ["sessions.decide"],
    params: ofSession,
    body: sessionDecision,
    answers: { 201: { about: "It stands.", schema: z.object({ decision: number }) } },
    problems: ["not-found", "refused"],
    async handle({ params, body, procedures }) {
      return answered(201, await procedures.sessions.decide({ ...params, decision: body }));
    },
  }),
  route({
    method: "POST",
    path: "/sessions/decisions/{id}/undo",
    tag,
    operation: "undoSessionDecision",
    summary: "Take a decision about a session back",
    permissions: ["sessions.decide"],
    params: ofSession,
    answers: { 204: { about: "The session is again as it was without it." } },
    problems: ["not-found", "refused"],
    async handle({ params, procedures }) {
      await procedures.sessions.undo(params);
      return answered(204);
    },
  }),
];
