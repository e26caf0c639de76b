import { z } from "zod";
import { eventPage } from "../../events/event-page";
import { eventStream } from "../../events/event-stream";
import { eventTypeNames } from "../../events/event-types";
import { publicEvent } from "../../events/public-event";
import { stationIdOf } from "../../stations/id-of";
import { answered, type Route, route } from "../route";
import { several } from "../schemas/shared";

const page = z
  .object({
    data: z.array(publicEvent),
    cursor: z.string().describe("Where to read on, also when nothing was found."),
    more: z.boolean().describe("Whether there is more to read already; a page may be empty and still not be the last."),
  })
  .meta({ id: "EventPage" });

export const events: readonly Route[] = [
  route({
    method: "GET",
    path: "/events",
    tag: "Events",
    operation: "listEvents",
    summary: "What happened, in an order in which nothing appears later before what was read",
    about:
      "With `Accept: text/event-stream` the same as a stream that does not end: each message carries an event in `data` " +
      "and its cursor in `id`, and a client that was cut off resumes with `Last-Event-ID`. It ends when the key does.",
    permissions: ["events.view"],
    query: z.strictObject({
      after: z
        .string()
        .min(1)
        .max(100)
        .optional()
        .describe("A cursor, `beginning`, or `now`, which is what is meant when it is left out."),
      limit: z.coerce.number().int().min(1).max(1_000).default(100).describe("How many at most, in a page."),
      types: several(z.enum(eventTypeNames)).describe("Only these types; more than once for any."),
      station: several(z.string().min(1).max(255)).describe("Only these stations, by their name on the wire."),
    }),
    answers: { 200: { about: "A page, or a stream.", schema: page, alsoType: "text/event-stream" } },
    problems: ["unknown-station", "cursor-gone"],
    async handle({ query: { after = "now", limit, types, station: stations }, context, headers, signal }) {
      for (const identity of stations ?? []) await stationIdOf(context, identity);
      if (headers.get("accept")?.includes("text/event-stream")) {
        // Where a client was cut off is later than where it once began.
        const from = headers.get("last-event-id") || after;
        return eventStream(context, { after: from, types, stations }, signal);
      }
      const { events: data, cursor, more } = await eventPage(context.pool, { after, limit, types, stations });
      return answered(200, { data, cursor, more });
    },
  }),
];
