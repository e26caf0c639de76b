import { z } from "zod";
import { procedure, router } from "../trpc";
import { exclude, exclusionFields, exclusionsAsked, exclusionsOf, include } from "./exclusions";
import { outagesAsked, outagesOf } from "./outages";
import { sessionReport, sumSessions } from "./sessions";
import { pageOfUptime, sumOfUptime, uptimeAsked, uptimePage } from "./uptime";

/** What is handed to others: how much stations were there, and what was charged. */
export const reports = router({
  uptime: procedure("reports.view")
    .input(uptimePage)
    .query(({ ctx, input }) => pageOfUptime(ctx, input)),
  uptimeSum: procedure("reports.view")
    .input(uptimeAsked)
    .query(({ ctx, input }) => sumOfUptime(ctx, input)),
  outages: procedure("reports.view")
    .input(outagesAsked)
    .query(({ ctx, input }) => outagesOf(ctx, input)),
  exclusions: procedure("reports.view")
    .input(exclusionsAsked)
    .query(({ ctx, input }) => exclusionsOf(ctx, input)),
  exclude: procedure("reports.write")
    .input(exclusionFields)
    .mutation(({ ctx, input }) => exclude(ctx, input)),
  include: procedure("reports.write")
    .input(z.object({ id: z.int() }))
    .mutation(({ ctx, input }) => include(ctx, input)),
  sessions: procedure("reports.view")
    .input(sessionReport)
    .query(({ ctx, input }) => sumSessions(ctx, input)),
});
