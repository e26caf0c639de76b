import { attentions } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import type { Context } from "../context";
import { NotFound, Refused } from "../errors";
import { json, type Telling, type Transaction, type Writer, write } from "../write";
import { isUndecided, lockedSession, type SessionForDecision } from "./for-decision";

/** What a person may decide about a session that does not add up. */
export const sessionDecision = z.discriminatedUnion("kind", [
  /** Looked at, and nothing is to be done: the reason is shown no longer. */
  z.object({ kind: z.literal("check"), reason: z.enum(attentions) }),
  /** It is over in our books, as of its last reading; what the station still says of its end counts more. */
  z.object({ kind: z.literal("close"), note: z.string().trim().min(1, "Say why.").max(500) }),
  z.object({ kind: z.literal("give-token"), token: z.string().trim().min(1).max(255) }),
  /** An end that nobody could place is that of this session, which runs at the same station. */
  z.object({ kind: z.literal("join"), session: z.int() }),
]);
export type SessionDecision = z.output<typeof sessionDecision>;

export const sessionToDecide = z.object({ id: z.int(), decision: sessionDecision });

/** A decision as the session's page tells it. */
export interface MadeDecision {
  id: number;
  kind: SessionDecision["kind"];
  reason: string | null;
  token: string | null;
  session: number | null;
  /** Why, in the words of who decided. */
  note: string | null;
  madeAt: Date;
  madeBy: string;
  undoneAt: Date | null;
  undoneBy: string | null;
}

/** Decides about a session. Nothing that a station said is changed, so that every decision can be taken back. */
export const decideSession = (context: Writer, { id, decision }: z.output<typeof sessionToDecide>) =>
  write(context, async (tx, tell) => {
    const session = await lockedSession(tx, id);
    const data = await allowed(tx, session, decision);
    const made = { sessionId: id, kind: decision.kind, madeAt: context.clock(), madeBy: context.person.name };
    const { id: number } = await tx.sessionDecision.create({ data: { ...made, data: json(data) } });
    await settle(tx, tell, [session, ...(decision.kind === "join" ? [await lockedSession(tx, decision.session)] : [])]);
    tell.audit({ action: "session.decide", subject: `session:${id}`, after: { decision: number, ...decision } });
    return { decision: number };
  });

/** Takes a decision back: the session is again what the station's own words and the other decisions say. */
export const undoDecision = (context: Writer, { id }: { id: number }) =>
  write(context, async (tx, tell) => {
    const found = await tx.sessionDecision.findUnique({ where: { id } });
    if (!found) throw new NotFound(`There is no decision number ${id}.`);
    const session = await lockedSession(tx, found.sessionId);
    const undone = { undoneAt: context.clock(), undoneBy: context.person.name };
    const { count } = await tx.sessionDecision.updateMany({ where: { id, undoneAt: null }, data: undone });
    if (count === 0) throw new Refused("This decision was taken back already.");
    const { session: other } = decided.parse(found.data);
    await settle(tx, tell, [session, ...(other === undefined ? [] : [await lockedSession(tx, other)])]);
    tell.audit({ action: "session.undo", subject: `session:${found.sessionId}`, before: { decision: id } });
  });

/** What was decided about a session, newest first, with what was taken back. */
export async function decisionsOf({ pool }: Pick<Context, "pool">, session: number): Promise<MadeDecision[]> {
  const { rows } = await pool.query<MadeDecision>(
    `SELECT id, kind, data->>'reason' AS reason, data->>'token' AS token, (data->>'session')::int AS session, data->>'note' AS note,
       made_at AS "madeAt", made_by AS "madeBy", undone_at AS "undoneAt", undone_by AS "undoneBy"
     FROM session_decision WHERE session_id = $1 ORDER BY id DESC`,
    [session],
  );
  return rows;
}

/** What is kept of a decision, once it is known to make sense. */
async function allowed(tx: Transaction, session: SessionForDecision, decision: SessionDecision) {
  switch (decision.kind) {
    case "check":
      if (!session.reasons.includes(decision.reason))
        throw new Refused("Nothing of the kind is open about this session.");
      return { reason: decision.reason };
    case "close":
      if (!isUndecided(session)) throw new Refused("This session has ended already.");
      return { endedAt: session.meterAt ?? session.startedAt ?? session.receivedAt, note: decision.note };
    case "give-token":
      return { token: decision.token };
    case "join": {
      const other = await lockedSession(tx, decision.session);
      if (!session.orphan || session.joinedTo !== null)
        throw new Refused("Only an end that has no session can be joined to one.");
      if (other.orphan || other.stationId !== session.stationId || !isUndecided(other)) {
        throw new Refused("It can be joined to a session that runs at the same station.");
      }
      return { session: other.id, endedAt: session.endedAt ?? session.receivedAt };
    }
  }
}

/** Writes into sessions what follows from the decisions that stand. */
async function settle(tx: Transaction, tell: Telling, sessions: readonly SessionForDecision[]): Promise<void> {
  for (const { id, stationId } of sessions) {
    const standing = await tx.sessionDecision.findMany({
      where: { undoneAt: null, OR: [{ sessionId: id }, { kind: "join", data: { path: ["session"], equals: id } }] },
      orderBy: { id: "asc" },
    });
    const said = standing.map(({ kind, sessionId, data }) => ({ kind, sessionId, ...decided.parse(data) }));
    const own = said.filter(({ sessionId }) => sessionId === id);
    const joining = said.find(({ kind, sessionId }) => kind === "join" && sessionId !== id);
    await tx.session.update({
      where: { id },
      data: {
        checked: own.flatMap(({ reason }) => reason ?? []),
        closedAt: (joining ?? own.find(({ kind }) => kind === "close"))?.endedAt ?? null,
        givenToken: own.findLast(({ token }) => token !== undefined)?.token ?? null,
        joinedTo: joining?.sessionId ?? own.find(({ kind }) => kind === "join")?.session ?? null,
      },
    });
    tell.event({ station: stationId, event: { type: "session.decided", session: id } });
    tell.station(stationId);
  }
}

const decided = z.object({
  reason: z.string().optional(),
  token: z.string().optional(),
  session: z.int().optional(),
  endedAt: z.iso.datetime().optional(),
});
