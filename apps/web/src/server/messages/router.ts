import { z } from "zod";
import { procedure, router } from "../trpc";
import { messageActions, messagesKept } from "./actions";
import { messagesAround } from "./around";
import { messageCapture, readMessages } from "./capture";
import { listMessages, messageByRef, messageList } from "./list";
import { frameReference } from "./reference";
import { messageTail, tailMessages } from "./tail";

export const messages = router({
  list: procedure("messages.view")
    .input(messageList)
    .query(({ ctx, input }) => listMessages(ctx, input)),
  tail: procedure("messages.view")
    .input(messageTail)
    .query(({ ctx, input }) => tailMessages(ctx, input)),
  actions: procedure("messages.view")
    .input(z.object({ station: z.int().optional() }))
    .query(({ ctx, input }) => messageActions(ctx, input.station)),
  kept: procedure("messages.view").query(({ ctx }) => messagesKept(ctx)),
  around: procedure("messages.view")
    .input(z.object({ ref: frameReference }))
    .query(({ ctx, input }) => messagesAround(ctx, input.ref)),
  // A mutation only because a capture is too long for an address; nothing is kept.
  readCapture: procedure("messages.view")
    .input(messageCapture)
    .mutation(({ input }) => readMessages(input)),
  byRef: procedure("messages.view")
    .input(z.object({ ref: frameReference }))
    .query(({ ctx, input }) => messageByRef(ctx, input.ref)),
});
