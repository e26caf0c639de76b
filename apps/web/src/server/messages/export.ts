import { writeExchange } from "@chargehand/ocpp/capture";
import { z } from "zod";
import type { SignedIn } from "../context";
import { Forbidden } from "../errors";
import { type Writer, write } from "../write";
import { messageFilter } from "./filter";
import { type FrameSqlRow, type Place, placeOf } from "./frame-row";
import { withoutSecretValues } from "./mask";
import { createPersonalMask } from "./personal";
import { questionOf } from "./question";
import { search } from "./search";

export const messageExport = messageFilter.pick({ q: true, station: true, withHeartbeats: true }).extend({
  /** With what tells of people; only for those who may read that. */
  personal: z.boolean().default(false),
  most: z.int().min(1).max(1_000_000).default(1_000_000),
});

/** All messages that match as lines of a capture, newest first, read page by page; who took them is in the audit. */
export async function* exportMessages(
  context: Writer & Pick<SignedIn, "pool" | "person">,
  { personal, most, ...filter }: z.output<typeof messageExport>,
): AsyncGenerator<string> {
  if (personal && !context.person.permissions.has("customers.view")) throw new Forbidden("customers.view");
  await write(context, async (_tx, tell) =>
    tell.audit({ action: "messages.export", subject: "messages", after: { ...filter, personal } }),
  );
  const covered = personal ? (frame: string) => frame : createPersonalMask();
  const shown = (frame: string) => covered(withoutSecretValues(frame));
  const question = await questionOf(context, filter);
  let left = most;
  let before: Place | undefined;
  for (let isComplete = false; !isComplete && left > 0; ) {
    const found = await search(context, question, { before, most: page, isWhole: true });
    const rows = found.rows.slice(0, Math.min(left, page));
    yield rows.map((row) => `${lineOf(row, shown)}\n`).join("");
    left -= rows.length;
    const last = rows.at(-1);
    const isCut = found.rows.length > rows.length;
    before = isCut && last ? placeOf(last) : found.reached;
    isComplete = found.isComplete && !isCut;
  }
}

const page = 500;

const lineOf = (row: FrameSqlRow, shown: (frame: string) => string) =>
  writeExchange({
    at: row.received_at,
    station: row.identity,
    version: row.version ?? undefined,
    from: row.direction === 0 ? "station" : "us",
    call: shown(row.call),
    answer: row.answer === null ? undefined : shown(row.answer),
    answeredAt: row.answered_at ?? undefined,
  });
