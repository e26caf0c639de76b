"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { RelativeTime } from "@/components/relative-time";
import { TextLink } from "@/components/text-link";
import { useDated } from "@/components/use-dated";
import type { ConformanceNote } from "@/server/stations/conformance";
import { addresses } from "../addresses";

/** Frames that were not as they should be, counted by their kind, each kind with its last one. */
export function OddFrames({ notes, since }: { notes: readonly ConformanceNote[]; since: Date }) {
  const t = useTranslations("conformance");
  const dated = useDated();
  const from = dated(since);
  if (notes.length === 0) return <EmptyState kind="all-well" title={t("allWell", { from })} />;
  return (
    <>
      <p className="text-12 text-ink-3">{t("since", { from })}</p>
      <ul>
        {notes.map(({ kind, what, count, lately, lastAt, frame }) => (
          <li
            key={`${kind} ${what}`}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-b py-2"
          >
            <span className="min-w-0">
              <span className="font-value">{t(`kind.${kind}`)}</span>{" "}
              {what && <span className="mono break-all text-ink-2">{what}</span>}
              <span className="block text-12 text-ink-2">{t(`about.${kind}`)}</span>
            </span>
            <span className="text-right">
              <span className="block font-value">{t("times", { count })}</span>
              <span className="block text-12 text-ink-2">
                {t("lately", { count: lately })} ·{" "}
                <TextLink href={addresses.message(frame)}>
                  {t.rich("last", { age: () => <RelativeTime at={lastAt} /> })}
                </TextLink>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
