import { z } from "zod";
import type { SavedView } from "../../features/views/saved-view";
import type { SignedIn } from "../context";
import { Forbidden, NotFound, Refused } from "../errors";
import { type Transaction, type Writer, write } from "../write";
import { countOf, viewPlaces } from "./places";

const name = z.string().trim().min(1, "A view needs a name.").max(80);
/** What stands after the question mark of the list's address. */
const search = z.string().max(6_000);
const place = z.enum(viewPlaces);

export const viewsOf = z.object({ place });
export const newView = z.object({ place, name, search, team: z.boolean().default(false) });
export const viewChange = z.object({
  id: z.int(),
  name: name.optional(),
  search: search.optional(),
  team: z.boolean().optional(),
});
export const pinning = z.object({ id: z.int(), pinned: z.boolean() });

type Reader = Pick<SignedIn, "prisma" | "person">;

/** The views of a list that somebody may use: their own and those of the team, by name. */
export async function listViews({ prisma, person }: Reader, wanted: z.output<typeof place>): Promise<SavedView[]> {
  const rows = await prisma.savedView.findMany({
    where: { place: wanted, OR: [{ ownerId: person.id }, { team: true }] },
    include: { pins: { where: { personId: person.id } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map(({ id, name, search, team, owner, ownerId, pins }) => ({
    id,
    place: wanted,
    name,
    search,
    team,
    owner,
    isMine: ownerId === person.id,
    isPinned: pins.length > 0,
  }));
}

/** The views on somebody's rail, each with how many match now. */
export async function pinnedViews(context: SignedIn) {
  const { prisma, person } = context;
  const pins = await prisma.savedViewPin.findMany({
    where: { personId: person.id, view: { OR: [{ ownerId: person.id }, { team: true }] } },
    include: { view: true },
    orderBy: { viewId: "asc" },
    take: mostPins,
  });
  return Promise.all(
    pins.flatMap(({ view: { id, place: stored, name, search } }) => {
      const known = viewPlaces.find((each) => each === stored);
      return known
        ? [countOf[known](context, search).then((count) => ({ id, place: known, name, search, count }))]
        : [];
    }),
  );
}

/** Keeps a view; one for the team needs leave to share. */
export const saveView = (context: Writer, view: z.output<typeof newView>): Promise<{ id: number }> =>
  write(context, async (tx, tell) => {
    refuseSharing(context, view.team);
    const { id: ownerId, name: owner } = context.person;
    const { id } = await tx.savedView.create({ data: { ...view, ownerId, owner, createdAt: context.clock() } });
    tell.audit({ action: "view.add", subject: `view:${id}`, after: view });
    return { id };
  });

/** Changes one's own view: its name, what it shows, who sees it. */
export const changeView = (context: Writer, { id, ...change }: z.output<typeof viewChange>): Promise<void> =>
  write(context, async (tx, tell) => {
    refuseSharing(context, change.team ?? false);
    const { name, search, team } = await ownView(tx, context, id);
    await tx.savedView.update({ where: { id }, data: change });
    tell.audit({ action: "view.change", subject: `view:${id}`, before: { name, search, team }, after: change });
  });

/** Removes one's own view, and from every rail it was on. */
export const removeView = (context: Writer, id: number): Promise<void> =>
  write(context, async (tx, tell) => {
    const { name, search, team } = await ownView(tx, context, id);
    await tx.savedView.delete({ where: { id } });
    tell.audit({ action: "view.remove", subject: `view:${id}`, before: { name, search, team } });
  });

/** Puts a view on one's own rail, or takes it off. */
export const pinView = (context: Writer, { id, pinned }: z.output<typeof pinning>): Promise<void> =>
  write(context, async (tx, tell) => {
    const { id: personId } = context.person;
    await visibleView(tx, context, id);
    const key = { viewId: id, personId };
    if (pinned && (await tx.savedViewPin.count({ where: { personId } })) >= mostPins) {
      throw new Refused(`There is room for ${mostPins} views on a rail.`);
    }
    if (pinned) await tx.savedViewPin.createMany({ data: key, skipDuplicates: true });
    else await tx.savedViewPin.deleteMany({ where: key });
    tell.audit({ action: pinned ? "view.pin" : "view.unpin", subject: `view:${id}` });
  });

/** Each is counted again and again. */
const mostPins = 8;

function refuseSharing({ person }: Pick<Writer, "person">, team: boolean) {
  if (team && !person.permissions.has("views.share")) throw new Forbidden("views.share");
}

async function visibleView(tx: Transaction, { person }: Pick<Writer, "person">, id: number) {
  const view = await tx.savedView.findUnique({ where: { id } });
  if (!view || (!view.team && view.ownerId !== person.id)) throw new NotFound("This view has been removed.");
  return view;
}

async function ownView(tx: Transaction, context: Pick<Writer, "person">, id: number) {
  const view = await visibleView(tx, context, id);
  if (view.ownerId !== context.person.id) throw new Refused(`This view is ${view.owner}'s; save one of your own.`);
  return view;
}
