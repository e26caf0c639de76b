"use client";

import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { SectionTitle } from "@/components/section-title";
import type { IssueTryRow } from "@/server/issues/by-id";

/** What rules tried, step by step: tried 02:14 → seen to happen 02:16 → over 02:17. */
export function IssueLedger({ tries }: { tries: readonly IssueTryRow[] }) {
  const t = useTranslations("issuePage");
  return (
    <section aria-labelledby="ledger">
      <SectionTitle id="ledger" count={tries.length}>
        {t("ledger")}
      </SectionTitle>
      <ol>
        {tries.map((one) => (
          <Try key={one.id} one={one} />
        ))}
      </ol>
    </section>
  );
}

const marks = {
  planned: "queued",
  tried: "proving",
  worked: "confirmed",
  failed: "failed",
  dropped: "expired",
} as const;

/** What rules may try. */
const kinds = ["reset", "unlock", "trigger"] as const;

function Try({ one }: { one: IssueTryRow }) {
  const t = useTranslations("issuePage");
  const command = useTranslations("command.kind");
  const kind = kinds.find((each) => each === one.type);
  const { state, dueAt, triedAt, answer, answeredAt, confirmedAt, settledAt, detail } = one;
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b py-1.5">
      <Glyph name={marks[state]} />
      <b className="font-value">{kind ? command(kind) : one.type}</b>
      {one.rule && <span className="text-ink-3">{one.rule}</span>}
      <span className="flex flex-wrap items-center gap-x-2 text-ink-2">
        {triedAt ? (
          <Step word={t("ledgerStep.tried")} at={triedAt} />
        ) : (
          <Step word={t(state === "dropped" ? "ledgerStep.dropped" : "ledgerStep.planned")} at={dueAt} />
        )}
        {answeredAt && <Step isNext word={t("ledgerStep.answered", { answer: answer ?? "" })} at={answeredAt} />}
        {confirmedAt && <Step isNext word={t("ledgerStep.confirmed")} at={confirmedAt} />}
        {settledAt && (state === "worked" || state === "failed") && (
          <Step isNext word={t(`ledgerStep.${state}`)} at={settledAt} />
        )}
        {state === "failed" && detail && (
          <span className="text-ink-3">{detail === "no-change" ? t("noChange") : detail}</span>
        )}
      </span>
    </li>
  );
}

const Step = ({ word, at, isNext }: { word: string; at: Date; isNext?: boolean }) => (
  <span>
    {isNext && <span aria-hidden="true">→ </span>}
    {word} <ClockTime at={at} className="text-ink" />
  </span>
);
