import { z } from "zod";
import { stationIdOf } from "../../stations/id-of";
import { answered, type Route, route } from "../route";
import { frame, frameDetail, toFrame, toFrameDetail } from "../schemas/frame";
import { numberInText, pageOf, paging, several, timeInText, toPage } from "../schemas/shared";
import { ofStation } from "./stations";

const tag = "Frames";

export const frames: readonly Route[] = [
  route({
    method: "GET",
    path: "/stations/{id}/frames",
    tag,
    operation: "listFrames",
    summary: "A station's conversation, newest first",
    permissions: ["messages.view"],
    params: ofStation,
    query: z.strictObject({
      ...paging(500),
      action: several(z.string().max(60)),
      from: z.enum(["station", "us"]).optional().describe("Who called."),
      messageId: z.string().max(255).optional(),
      verdict: z.enum(["error", "no-answer", "slow"]).optional(),
      session: numberInText.optional(),
      since: timeInText.optional(),
      until: timeInText.optional(),
    }),
    answers: { 200: { about: "A page of calls, each with its answer.", schema: pageOf(frame) } },
    problems: ["unknown-station"],
    async handle({ params, query: { action, ...query }, context, procedures }) {
      const station = await stationIdOf(context, params.id);
      return toPage(
        await procedures.messages.list({ station, actions: action, withHeartbeats: true, ...query }),
        toFrame,
      );
    },
  }),
  route({
    method: "GET",
    path: "/frames",
    tag,
    operation: "searchFrames",
    summary: "What all stations said, searched, newest first",
    permissions: ["messages.view"],
    query: z.strictObject({
      ...paging(500),
      q: z
        .string()
        .max(2_000)
        .default("")
        .describe(
          "As the console's filter: `station:CS-0417 outcome:error latency:>500ms`, or any field of what they carry. Of the last 24 hours where it does not say `since:`. A page may have fewer than were asked for and still a next one: the search took its time, and goes on from there.",
        ),
    }),
    answers: { 200: { about: "A page of calls, each with its answer.", schema: pageOf(frame) } },
    async handle({ query, procedures }) {
      return toPage(await procedures.messages.list({ withHeartbeats: true, ...query }), toFrame);
    },
  }),
  route({
    method: "GET",
    path: "/frames/{id}",
    tag,
    operation: "getFrame",
    summary: "One call and its answer, whole",
    permissions: ["messages.view"],
    params: z.strictObject({ id: z.string().max(60) }),
    answers: { 200: { about: "The frame, with secrets covered.", schema: frameDetail } },
    problems: ["not-found"],
    async handle({ params, procedures }) {
      return answered(200, toFrameDetail(await procedures.messages.byRef({ ref: params.id })));
    },
  }),
];
