import { type ActOutcome, actOnIssue, type IssueAction } from "@chargehand/domain/issues/act";
import type { Issue } from "@chargehand/domain/issues/issue";
import { z } from "zod";
import type { Context, SignedIn } from "../context";
import { NotFound, Refused } from "../errors";
import { type Telling, type Transaction, type Writer, write } from "../write";
import { eventOf } from "./issue-events";
import { issueForChange } from "./issue-for-change";

const issues = z.array(z.int()).min(1).max(500);
export const acknowledging = z.object({ issues });
export const assigning = z.object({ issues, to: z.string().max(100).nullable() });
export const muting = z.object({ issues, until: z.date().nullable() });
export const closing = z.object({ issues, reason: z.string().trim().min(1, "Say why it is over.").max(500) });
export const noting = z.object({ issue: z.int(), text: z.string().trim().min(1, "Write something.").max(4_000) });

type Actor = Writer & Pick<SignedIn, "person">;

/** Whoever asks looks after these from now on. */
export const acknowledge = (context: Actor, { issues }: z.output<typeof acknowledging>) =>
  write(context, async (tx, tell) => {
    for (const id of inOrder(issues)) {
      await act(context, { tx, tell }, id, { do: "acknowledge" }, { type: "acknowledged" });
    }
  });

/** Somebody else looks after these from now on, or nobody. */
export const assign = (context: Actor, { issues, to }: z.output<typeof assigning>) =>
  write(context, (tx, tell) => assignAll(context, { tx, tell }, { issues, to }));

/** The same, as part of a greater change. */
export async function assignAll(
  context: Pick<Actor, "person" | "clock">,
  change: Change,
  { issues, to }: z.output<typeof assigning>,
) {
  const owner = to === null ? undefined : await change.tx.user.findUnique({ where: { id: to } });
  if (owner === null) throw new NotFound("There is nobody of this name here any more.");
  for (const id of inOrder(issues)) {
    const entry = { type: "assigned", data: { to: owner?.name ?? null } };
    await act(context, change, id, { do: "assign", to: owner?.id }, entry);
  }
}

/** Nobody is told of these until a moment to come; or again, when none is named. */
export const mute = (context: Actor, { issues, until }: z.output<typeof muting>) =>
  write(context, async (tx, tell) => {
    for (const id of inOrder(issues)) {
      if (until === null) await act(context, { tx, tell }, id, { do: "unmute" }, { type: "unmuted" });
      else await act(context, { tx, tell }, id, { do: "mute", until }, { type: "muted", data: { until } });
    }
  });

/** Says that these are over, where no station can show it. */
export const close = (context: Actor, { issues, reason }: z.output<typeof closing>) =>
  write(context, async (tx, tell) => {
    for (const id of inOrder(issues)) {
      await act(context, { tx, tell }, id, { do: "close" }, { type: "closed", data: { reason } });
      await tx.issueChild.updateMany({ where: { issueId: id, clearedAt: null }, data: { clearedAt: context.clock() } });
    }
  });

/** Writes something down about an issue. */
export const addNote = (context: Actor, { issue: id, text }: z.output<typeof noting>) =>
  write(context, async (tx, tell) => {
    const issue = await issueForChange(tx, id);
    await addEntry(context, tx, id, { type: "note", data: { text } });
    tell.audit({ action: "issue.note", subject: `issue:${id}`, after: { text } });
    tell.event(eventOf(issue, { type: "issue.changed" }));
  });

interface Change {
  tx: Transaction;
  tell: Telling;
}

/** Always in the same order, so that two people who do something about the same ones do not wait for each other for ever. */
const inOrder = (issues: readonly number[]) => [...new Set(issues)].toSorted((a, b) => a - b);

async function act(
  context: Pick<Actor, "person" | "clock">,
  { tx, tell }: Change,
  id: number,
  action: IssueAction,
  entry: { type: string; data?: object },
): Promise<void> {
  const { person, clock } = context;
  const before = await issueForChange(tx, id);
  const outcome = actOnIssue(before, action, { by: person.id, at: clock() });
  if ("refused" in outcome) throw new Refused(refusals[outcome.refused]);
  const { issue } = outcome;
  await tx.issue.update({ where: { id }, data: columnsOf(issue) });
  await addEntry(context, tx, id, entry);
  tell.audit({
    action: `issue.${action.do}`,
    subject: `issue:${id}`,
    before: changeable(before),
    after: { ...changeable(issue), ...entry.data },
  });
  if (action.do === "acknowledge") tell.event(eventOf(issue, { type: "issue.acknowledged", by: person.name }));
  else if (action.do === "close") tell.event(eventOf(issue, { type: "issue.resolved", by: person.name }));
  else tell.event(eventOf(issue, { type: "issue.changed" }));
}

const refusals: Record<Extract<ActOutcome, { refused: string }>["refused"], string> = {
  resolved: "This issue is over already.",
  "station-shows": "It is over when the station shows that it is; mute it if nobody is to hear of it until then.",
  past: "That moment has passed.",
};

const columnsOf = ({ state, owner, mutedUntil, watchUntil, resolvedAt, resolvedBy, children }: Issue) => ({
  state,
  ownerId: owner ?? null,
  mutedUntil: mutedUntil ?? null,
  watchUntil: watchUntil ?? null,
  resolvedAt: resolvedAt ?? null,
  resolvedBy: resolvedBy ?? null,
  active: children.filter(({ clearedAt }) => clearedAt === undefined).length,
});

const changeable = ({ state, owner, mutedUntil }: Issue) => ({
  state,
  owner: owner ?? null,
  mutedUntil: mutedUntil ?? null,
});

const addEntry = (
  { person, clock }: Pick<Actor, "person"> & Pick<Context, "clock">,
  tx: Transaction,
  issueId: number,
  { type, data }: { type: string; data?: object },
) =>
  tx.issueEntry.create({
    data: {
      issueId,
      at: clock(),
      type,
      actorId: person.id,
      actor: person.name,
      ...(data && { data: JSON.parse(JSON.stringify(data)) }),
    },
  });
