import { z } from "zod";
import { procedure, router } from "../trpc";
import { sessionById } from "./by-id";
import { decideSession, decisionsOf, sessionToDecide, undoDecision } from "./decisions";
import { countSessions, listSessions, sessionList } from "./list";
import { listReadings, sessionReadings } from "./readings";
import { samplesOf, sessionSamples } from "./samples";
import { signedValues } from "./signed";
import { sessionTimeline } from "./timeline";

const byId = z.object({ id: z.int() });

export const sessions = router({
  list: procedure("sessions.view")
    .input(sessionList)
    .query(({ ctx, input }) => listSessions(ctx, input)),
  counts: procedure("sessions.view").query(({ ctx }) => countSessions(ctx)),
  byId: procedure("sessions.view")
    .input(byId)
    .query(({ ctx, input }) => sessionById(ctx, input.id)),
  decisions: procedure("sessions.view")
    .input(byId)
    .query(({ ctx, input }) => decisionsOf(ctx, input.id)),
  decide: procedure("sessions.decide")
    .input(sessionToDecide)
    .mutation(({ ctx, input }) => decideSession(ctx, input)),
  undo: procedure("sessions.decide")
    .input(byId)
    .mutation(({ ctx, input }) => undoDecision(ctx, input)),
  signed: procedure("sessions.view")
    .input(byId)
    .query(({ ctx, input }) => signedValues(ctx, input.id)),
  samples: procedure("sessions.view")
    .input(samplesOf)
    .query(({ ctx, input }) => sessionSamples(ctx, input)),
  readings: procedure("sessions.view")
    .input(sessionReadings)
    .query(({ ctx, input }) => listReadings(ctx, input)),
  timeline: procedure("sessions.view")
    .input(byId)
    .query(({ ctx, input }) => sessionTimeline(ctx, input.id)),
});
