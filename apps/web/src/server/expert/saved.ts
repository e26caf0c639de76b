import { type Version, versions } from "@chargehand/ocpp/version";
import { z } from "zod";
import type { SavedCall } from "../../features/expert/call-view";
import type { SignedIn } from "../context";
import { Conflict, NotFound, Refused } from "../errors";
import { coverSecrets } from "../messages/mask";
import { json, type Transaction, type Writer, write } from "../write";
import { inSchemaOrder } from "./in-schema-order";

const name = z.string().trim().min(1, "A saved call needs a name.").max(80);

export const savedCall = z.object({
  name,
  version: z.enum(versions),
  action: z.string().min(1).max(50),
  payload: z.custom<object>(isSmallObject, "A payload is a JSON object of at most 64 KiB."),
});
export const renaming = z.object({ id: z.int(), name });

/** The calls of a version that people saved: one's own first. */
export async function listSaved(
  { prisma, person }: Pick<SignedIn, "prisma" | "person">,
  version: Version,
): Promise<SavedCall[]> {
  const rows = await prisma.savedCall.findMany({
    where: { version },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });
  const calls = rows
    .map(({ id, name, action, payload, owner, ownerId, createdAt }) => ({
      id,
      name,
      action,
      payload: coverSecrets(Object(payload)),
      owner,
      isMine: ownerId === person.id,
      at: createdAt,
    }))
    .toSorted((one, other) => Number(other.isMine) - Number(one.isMine));
  return inSchemaOrder(version, calls);
}

/** Keeps a call by name, without the values of its secrets. */
export const saveCall = (context: Writer, { payload, ...call }: z.output<typeof savedCall>): Promise<{ id: number }> =>
  write(context, async (tx, tell) => {
    const { id: ownerId, name: owner } = context.person;
    await refuseTaken(tx, { ownerId, version: call.version, name: call.name });
    const { id } = await tx.savedCall.create({
      data: { ...call, payload: json(coverSecrets(payload)), ownerId, owner, createdAt: context.clock() },
    });
    tell.audit({ action: "saved-call.add", subject: `saved-call:${id}`, after: call });
    return { id };
  });

/** Gives one's own call another name. */
export const renameCall = (context: Writer, { id, name }: z.output<typeof renaming>): Promise<void> =>
  write(context, async (tx, tell) => {
    const { name: before, version, ownerId } = await ownCall(tx, context, id);
    if (name !== before) await refuseTaken(tx, { ownerId, version, name });
    await tx.savedCall.update({ where: { id }, data: { name } });
    tell.audit({ action: "saved-call.rename", subject: `saved-call:${id}`, before: { name: before }, after: { name } });
  });

/** Removes one's own call. */
export const removeCall = (context: Writer, id: number): Promise<void> =>
  write(context, async (tx, tell) => {
    const { name, version, action } = await ownCall(tx, context, id);
    await tx.savedCall.delete({ where: { id } });
    tell.audit({ action: "saved-call.remove", subject: `saved-call:${id}`, before: { name, version, action } });
  });

async function ownCall(tx: Transaction, { person }: Pick<Writer, "person">, id: number) {
  const call = await tx.savedCall.findUnique({ where: { id } });
  if (!call) throw new NotFound("This call has been removed already.");
  if (call.ownerId !== person.id) throw new Refused(`This call is ${call.owner}'s; save it under a name of your own.`);
  return call;
}

async function refuseTaken(tx: Transaction, key: { ownerId: string; version: string; name: string }) {
  const taken = await tx.savedCall.findUnique({ where: { ownerId_version_name: key } });
  if (taken) throw new Conflict(`You have a call named ${key.name} for OCPP ${key.version} already.`);
}

function isSmallObject(value: unknown) {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && JSON.stringify(value).length <= 64 * 1024
  );
}
