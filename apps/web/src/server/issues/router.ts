import { z } from "zod";
import { procedure, router } from "../trpc";
import { acknowledge, acknowledging, addNote, assign, assigning, close, closing, mute, muting, noting } from "./act";
import { issueById } from "./by-id";
import { choice, choose, chosen } from "./choice";
import { countIssues, issueList, listIssues } from "./list";
import { listPeople } from "./people";
import { createRule, deleteRule, dryRun, listRules, ruleFacts, ruleSwitch, switchRule } from "./rules";

const byId = z.object({ id: z.int() });

export const issues = router({
  list: procedure("issues.view")
    .input(issueList)
    .query(({ ctx, input }) => listIssues(ctx, input)),
  counts: procedure("issues.view").query(({ ctx }) => countIssues(ctx)),
  byId: procedure("issues.view")
    .input(byId)
    .query(({ ctx, input }) => issueById(ctx, input.id)),
  /** Whom an issue can be given to. */
  people: procedure("issues.view").query(({ ctx }) => listPeople(ctx)),
  acknowledge: procedure("issues.write")
    .input(acknowledging)
    .mutation(({ ctx, input }) => acknowledge(ctx, input)),
  assign: procedure("issues.write")
    .input(assigning)
    .mutation(({ ctx, input }) => assign(ctx, input)),
  mute: procedure("issues.write")
    .input(muting)
    .mutation(({ ctx, input }) => mute(ctx, input)),
  close: procedure("issues.write")
    .input(closing)
    .mutation(({ ctx, input }) => close(ctx, input)),
  note: procedure("issues.write")
    .input(noting)
    .mutation(({ ctx, input }) => addNote(ctx, input)),
  rules: procedure("issues.view").query(({ ctx }) => listRules(ctx)),
  dryRun: procedure("issues.view")
    .input(ruleFacts.omit({ name: true, remedy: true }))
    .query(({ ctx, input }) => dryRun(ctx, input)),
  createRule: procedure("rules.write")
    .input(ruleFacts)
    .mutation(({ ctx, input }) => createRule(ctx, input)),
  switchRule: procedure("rules.write")
    .input(ruleSwitch)
    .mutation(({ ctx, input }) => switchRule(ctx, input)),
  deleteRule: procedure("rules.write")
    .input(byId)
    .mutation(({ ctx, input }) => deleteRule(ctx, input.id)),
  /** From which severity on whoever asks gets an e-mail. */
  choice: procedure("issues.view").query(({ ctx }) => chosen(ctx)),
  choose: procedure("issues.write")
    .input(choice)
    .mutation(({ ctx, input }) => choose(ctx, input)),
});
