"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { ChangeMark } from "@/components/change-mark";
import { EmptyState } from "@/components/empty-state";
import { Glyph } from "@/components/glyph";
import { ProportionalBar } from "@/components/proportional-bar";
import { Power, TotalPower } from "@/components/quantity";
import { RelativeTime } from "@/components/relative-time";
import { SectionTitle } from "@/components/section-title";
import { StaleValue } from "@/components/stale-value";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import { type CommandView, commandState } from "../commands/command-view";
import { useCommandWords } from "../commands/command-words";
import { glyphOf } from "../commands/stages";
import { stateAreas } from "../connectors/state-areas";
import { type NeedOfPerson, type NowView, needGlyphs, nowStates } from "./now-view";
import { SitePower } from "./site-power";

/** What is true of the network now, worst first, in one sentence and one bar; and what waits for a person. */
export function NowPage({
  now,
  pending,
  onTryAgain,
  firstSteps,
}: {
  now: NowView;
  /** Stations that wait for approval. */
  pending?: ReactNode;
  onTryAgain?: (command: CommandView) => void;
  /** What to do in a network without stations. */
  firstSteps?: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-6 px-6 py-4 max-md:px-4">
      <Headline now={now} />
      {now.stations === 0 ? firstSteps : <Counts now={now} />}
      {pending}
      <div className="grid grid-cols-[minmax(0,7fr)_minmax(0,3fr)] gap-8 max-lg:grid-cols-1">
        <div className="flex flex-col gap-8">
          <NeedsPerson needs={now.needsPerson} />
          <SitePower sites={now.sitePower} />
        </div>
        <div className="flex flex-col gap-8">
          <Unproven commands={now.unproven} onTryAgain={onTryAgain} />
          <Running running={now.running} total={now.openSessions} />
        </div>
      </div>
    </div>
  );
}

function Headline({ now: { connectors, stations, sites, worstSite } }: { now: NowView }) {
  const t = useTranslations("now");
  const all = Object.values(connectors).reduce((sum, count) => sum + count, 0);
  const faults =
    worstSite && worstSite.faulted < connectors.faulted ? "faultsAt" : worstSite ? "faultsAllAt" : "faults";
  return (
    <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h1 className="text-20">
        {stations === 0
          ? t("noStations")
          : [
              t("charging", { charging: connectors.charging, all }),
              connectors.faulted > 0
                ? t(faults, { count: connectors.faulted, there: worstSite?.faulted ?? 0, site: worstSite?.name ?? "" })
                : t("noFaults"),
            ].join(" ")}
      </h1>
      {stations > 0 && <p className="text-12 text-ink-2">{t("size", { stations, sites })}</p>}
    </header>
  );
}

function Counts({ now: { at, connectors, powerW } }: { now: NowView }) {
  const t = useTranslations("now");
  const state = useTranslations("connector");
  const format = useFormatter();
  const shares = nowStates.map(({ id, states }) => ({
    id,
    label: id === "paused-by-car" ? t("paused") : state(`state.${id}`),
    count: states.reduce((sum, one) => sum + connectors[one], 0),
    look: stateAreas[id],
    href: `${addresses.stations}?q=${encodeURIComponent(states.map((one) => `status:${one}`).join(" "))}`,
  }));
  return (
    <section aria-label={t("counts")} className="-mt-3 flex flex-col gap-3">
      <ProportionalBar
        parts={shares}
        label={t("bar", { parts: format.list(shares.map(({ label, count }) => `${count} ${label}`)) })}
      />
      <ul className="grid grid-cols-9 gap-x-4 gap-y-3 max-lg:grid-cols-5 max-md:grid-cols-3">
        {shares.map(({ id, label, count, href }) => (
          <li key={id}>
            <Link href={href} prefetch={false} className="group -m-1 block rounded-1 p-1 hover:bg-hover">
              <span className="flex items-center gap-1.5 text-12 text-ink-2">
                <Glyph name={id} size={14} />
                <span className="truncate">{label}</span>
              </span>
              <span className="font-title text-20">
                <StaleValue at={at} freshFor={Number.POSITIVE_INFINITY}>
                  <ChangeMark value={count}>{format.number(count)}</ChangeMark>
                </StaleValue>
                {id === "charging" && powerW > 0 && (
                  <span className="ml-1.5 font-regular text-12 text-ink-3 tracking-normal">
                    <TotalPower watts={powerW} />
                  </span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NeedsPerson({ needs }: { needs: readonly NeedOfPerson[] }) {
  const t = useTranslations("now");
  return (
    <section aria-labelledby="needs-person">
      <SectionTitle
        id="needs-person"
        count={needs.length}
        aside={<TextLink href={addresses.issues}>{t("allIssues")}</TextLink>}
      >
        {t("needsPerson")}
      </SectionTitle>
      {needs.length === 0 ? (
        <EmptyState kind="all-well" title={t("allWell")} />
      ) : (
        <ul>
          {needs.map(({ id, kind, title, where, station, href, since, note }) => (
            <li
              key={id}
              className="grid min-h-8 grid-cols-[16px_minmax(0,4fr)_minmax(0,4fr)_64px_minmax(0,4fr)] items-center gap-x-3 border-line border-b py-1 max-md:grid-cols-[16px_1fr_auto]"
            >
              <Glyph name={needGlyphs[kind]} label={t(`kind.${kind}`)} />
              <Link href={href} prefetch={false} className="truncate font-value hover:underline">
                {title}
              </Link>
              <span className="truncate text-ink-2 max-md:order-last max-md:col-start-2">
                {where} {station && <span className="mono">{station}</span>}
              </span>
              <RelativeTime at={since} className="text-right text-ink-2" />
              <span className="truncate text-ink-2 max-md:hidden">{note}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Unproven({
  commands,
  onTryAgain,
}: {
  commands: readonly CommandView[];
  onTryAgain?: (command: CommandView) => void;
}) {
  const t = useTranslations("now");
  const words = useCommandWords();
  return (
    <section aria-labelledby="unproven">
      <SectionTitle
        id="unproven"
        count={commands.length}
        aside={commands.length > 0 && <TextLink href={addresses.commands}>{t("allCommands")}</TextLink>}
      >
        {t("unproven")}
      </SectionTitle>
      {commands.length === 0 && <EmptyState kind="all-well" title={t("allProven")} />}
      <ul>
        {commands.map((command) => {
          const state = commandState(command);
          return (
            <li key={command.id} className="flex items-start gap-2 border-line border-b py-1.5 text-12">
              <Glyph name={glyphOf[state]} />
              <span className="min-w-0 flex-1">
                <span className="block truncate">
                  <b className="font-value">{words.title(command)}</b>{" "}
                  <TextLink isMono href={addresses.station(command.station)}>
                    {command.station}
                  </TextLink>
                </span>
                <span className="block truncate text-ink-2">{words.reason(command, state)}</span>
              </span>
              <span className="flex flex-col items-end">
                <RelativeTime
                  at={command.unprovenAt ?? command.answeredAt ?? command.createdAt}
                  className="text-ink-3"
                />
                {onTryAgain && (
                  <Button look="bare" size="row" onPress={() => onTryAgain(command)} className="-mr-2 text-ink!">
                    {t("tryAgain")}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Running({ running, total }: { running: NowView["running"]; total: number }) {
  const connector = useTranslations("connector");
  const t = useTranslations("now");
  return (
    <section aria-labelledby="running">
      <SectionTitle
        id="running"
        count={total}
        aside={<TextLink href={addresses.sessions}>{t("allSessions")}</TextLink>}
      >
        {t("running")}
      </SectionTitle>
      {running.length === 0 && <p className="py-3 text-ink-2">{t("noneRunning")}</p>}
      <ul>
        {running.slice(0, 8).map(({ id, station, place, state, powerW, startedAt }) => (
          <li key={id} className="flex min-h-8 items-center gap-3 border-line border-b">
            <Glyph name={state} label={connector(`state.${state}`)} />
            <TextLink isMono href={addresses.session(id)}>
              {station} {place && `#${place}`}
            </TextLink>
            <span className="ml-auto">{powerW !== undefined && <Power watts={powerW} />}</span>
            <RelativeTime at={startedAt} className="w-16 text-right text-ink-3" />
          </li>
        ))}
      </ul>
    </section>
  );
}
