import { TRPCError, tracked } from "@trpc/server";
import { z } from "zod";
import { procedure, router } from "../trpc";

/** A stream outlives a sign-in by at most this long. */
const signInCheckMs = 60_000;

export const live = router({
  /** Where the story stands, for data that was fetched just before. */
  cursor: procedure("live.view").query(({ ctx }) => ctx.live.cursor()),

  /** Every change from a cursor on, or from now on; the browser resumes with the last cursor it saw. */
  stream: procedure("live.view")
    .input(z.object({ lastEventId: z.string().min(1).max(200).optional() }).optional())
    .subscription(async function* ({ ctx, input, signal = new AbortController().signal }) {
      let checkedAt = ctx.clock().getTime();
      for await (const message of ctx.live.stream(input?.lastEventId, signal)) {
        if (ctx.clock().getTime() - checkedAt > signInCheckMs) {
          if (!(await ctx.stillSignedIn())) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in again." });
          checkedAt = ctx.clock().getTime();
        }
        yield "cursor" in message ? tracked(message.cursor, message) : message;
      }
    }),
});
