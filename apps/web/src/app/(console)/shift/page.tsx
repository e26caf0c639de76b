import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShiftLive } from "@/features/shift/shift-live";
import { lastShiftOf } from "@/server/changes/last-shift";
import { pageContext, signInFirst } from "@/server/page-context";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shift");
  return { title: t("title") };
}

/** A shift, for somebody who never handed over. */
const shiftMs = 8 * 60 * 60_000;
/** Nobody works longer than this; what was before has been told. */
const longestMs = 24 * 60 * 60_000;

/** The end of a shift. */
export default async function ShiftPage() {
  const { person, prisma, clock } = await pageContext();
  if (!person) return signInFirst();
  const now = clock();
  const last = await lastShiftOf({ prisma, person });
  const isRecent = last && now.getTime() - last.getTime() < longestMs;
  const since = isRecent ? last : new Date(now.getTime() - shiftMs);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchQuery(trpc.shift.facts.queryOptions({ since })),
        client.prefetchQuery(trpc.issues.people.queryOptions()),
        client.prefetchQuery(trpc.shift.past.queryOptions()),
      ]}
    >
      <ShiftLive since={since} now={now} person={person.id} />
    </Prefetched>
  );
}
