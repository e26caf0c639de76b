"use client";

import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { TextLink } from "@/components/text-link";
import type { ChangeRow } from "@/server/changes/list";
import { addresses } from "../addresses";
import { useChangeWords } from "./change-words";
import type { Difference } from "./difference-of";

/** One change: when, who or what, where, and what it was and is. */
export function ChangeLine({ change }: { change: ChangeRow }) {
  const t = useTranslations("changes");
  const words = useChangeWords();
  const { at, source, actor, station, what } = change;
  const { title, differences } = words(change);
  return (
    <li className="grid grid-cols-[112px_minmax(0,150px)_minmax(0,170px)_minmax(0,1fr)] items-baseline gap-x-4 border-line border-b px-5 py-1.5 max-md:grid-cols-[1fr_auto] max-md:gap-y-2 max-md:px-4">
      <ClockTime at={at} className="text-12 text-ink-2 max-md:order-2" />
      <span className="truncate max-md:order-1">
        {source === "people" ? (
          (actor ?? t("source.people"))
        ) : (
          <span className="text-ink-2">{t(source === "system" ? "source.system" : "byItself")}</span>
        )}
      </span>
      <span className="truncate text-ink-2 max-md:order-3 max-md:col-span-2">
        {station && (
          <TextLink isMono href={addresses.station(station.identity)}>
            {station.identity}
          </TextLink>
        )}{" "}
        {station?.site}
      </span>
      <span className="min-w-0 max-md:order-4 max-md:col-span-2">
        <span className="font-value">
          {what.is === "event" && "issue" in what.event ? (
            <TextLink href={addresses.issue(what.event.issue)}>{title}</TextLink>
          ) : (
            title
          )}
        </span>
        {differences.length > 0 && (
          <span className="ml-2 text-ink-2">
            {differences.slice(0, mostShown).map((one) => (
              <DifferenceText key={one.field} difference={one} />
            ))}
            {differences.length > mostShown && t("moreFields", { count: differences.length - mostShown })}
          </span>
        )}
      </span>
    </li>
  );
}

const mostShown = 4;

function DifferenceText({ difference: { field, before, after } }: { difference: Difference }) {
  const t = useTranslations("changes");
  return (
    <span className="mr-3 inline-block max-w-full break-all">
      <span className="text-ink-3">{field}</span>{" "}
      {before !== undefined && (
        <>
          <del className="mono text-ink-2">{short(before)}</del> <span className="sr-only">{t("became")}</span>
          <span aria-hidden="true">→</span>{" "}
        </>
      )}
      <ins className="mono text-ink no-underline">{after === undefined ? t("nothing") : short(after)}</ins>
    </span>
  );
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
