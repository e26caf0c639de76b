"use client";

import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import { RelativeTime } from "@/components/relative-time";
import { SectionTitle } from "@/components/section-title";
import { TextLink } from "@/components/text-link";
import type { IssueDetail } from "@/server/issues/by-id";
import { addresses } from "../addresses";
import { useSymptomWords } from "./issue-words";

/** Everything that is part of an issue: what still is first, what is over folded away. */
export function IssueChildren({ issue }: { issue: IssueDetail }) {
  const t = useTranslations("issuePage");
  const still = issue.symptoms.filter(({ clearedAt }) => clearedAt === null);
  const over = issue.symptoms.filter(({ clearedAt }) => clearedAt !== null);
  return (
    <section aria-labelledby="children">
      <SectionTitle id="children" count={issue.children}>
        {t("children")}
      </SectionTitle>
      <ul>
        {still.map((symptom) => (
          <Line key={keyOf(symptom)} symptom={symptom} />
        ))}
      </ul>
      {over.length > 0 && (
        <details open={still.length === 0}>
          <summary className="min-h-8 cursor-pointer py-1.5 text-ink-2">
            {t("childrenOver", { count: over.length })}
          </summary>
          <ul>
            {over.map((symptom) => (
              <Line key={keyOf(symptom)} symptom={symptom} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type Symptom = IssueDetail["symptoms"][number];

const keyOf = ({ station, facts }: Symptom) => `${station.id} ${JSON.stringify(facts)}`;

function Line({ symptom: { station, facts, since, clearedAt, times } }: { symptom: Symptom }) {
  const t = useTranslations("issuePage");
  const words = useSymptomWords();
  const href =
    facts.kind === "session"
      ? addresses.session(String(facts.session))
      : facts.kind === "alert" || facts.kind === "security"
        ? addresses.stationMaintenance(station.identity)
        : facts.kind === "drift"
          ? addresses.stationVariables(station.identity)
          : addresses.station(station.identity);
  return (
    <li className="grid min-h-8 grid-cols-[16px_minmax(0,2fr)_minmax(0,3fr)_minmax(0,110px)] items-center gap-x-3 border-line border-b py-1 max-md:grid-cols-[16px_1fr_auto]">
      <Glyph name={clearedAt ? "confirmed" : facts.kind === "offline" ? "offline" : "faulted"} />
      <span className="truncate">
        <TextLink isMono href={href}>
          {station.identity}
        </TextLink>
      </span>
      <span className="truncate text-ink-2 max-md:order-last max-md:col-span-2 max-md:col-start-2">
        {words(facts)} {times > 1 && <span className="text-ink-3">{t("times", { count: times })}</span>}
      </span>
      <span className="text-right text-12 text-ink-2">
        {t(clearedAt ? "overAt" : "stillOn")} <RelativeTime at={clearedAt ?? since} />
      </span>
    </li>
  );
}
