"use client";

import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { useRefusalWords } from "../refusals/refusal-words";
import type { RefusalRow } from "../refusals/refusals-table";
import { useRemedyWords } from "../refusals/remedy-words";

/** Tries that were not taken, as they happen, each with what to change. */
export function Attempts({ title, refusals }: { title: string; refusals: readonly RefusalRow[] }) {
  if (refusals.length === 0) return null;
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="text-12 text-ink-2">{title}</h3>
      <ol className="flex flex-col">
        {refusals.map((refusal) => (
          <Attempt key={refusal.id} refusal={refusal} />
        ))}
      </ol>
    </section>
  );
}

function Attempt({ refusal }: { refusal: RefusalRow }) {
  const t = useTranslations("commissioning");
  const words = useRefusalWords();
  const remedy = useRemedyWords();
  return (
    <li className="flex items-start gap-2 border-line border-b py-1.5">
      <Glyph name="failed" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <b className="font-value">{words(refusal.reason)}</b>
          <ClockTime at={refusal.at} className="mono" />
          <span className="mono text-12 text-ink-2">
            {t("tryFrom", { address: refusal.remoteAddress, path: refusal.path })}
          </span>
        </p>
        <p className="text-ink-2">{remedy(refusal)}</p>
      </div>
    </li>
  );
}
