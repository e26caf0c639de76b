"use client";

import { commandTypes } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Energy } from "@/components/quantity";
import { RelativeTime } from "@/components/relative-time";
import { SectionTitle } from "@/components/section-title";
import { TextLink } from "@/components/text-link";
import { useDuration } from "@/components/use-duration";
import type { IssueDetail } from "@/server/issues/by-id";
import { addresses } from "../addresses";
import { useIssueTitle } from "./issue-words";

/** Who was charging there while it lasted, or was cut off by it. */
export function AffectedSessions({ sessions }: Pick<IssueDetail, "sessions">) {
  const t = useTranslations("issuePage");
  return (
    <Side id="sessions" title={t("sessions")} count={sessions.length} none={t("noSessions")}>
      {sessions.map(({ id, identity, endedAt, energyWh, stopReason }) => (
        <Line key={id}>
          <TextLink isMono href={addresses.session(String(id))}>
            {identity} · {id}
          </TextLink>
          <span className="truncate text-ink-2">{stopReason}</span>
          <span className="ml-auto whitespace-nowrap">{energyWh !== null && <Energy wattHours={energyWh} />}</span>
          <span className="w-20 text-right text-12 text-ink-2">
            {endedAt ? <RelativeTime at={endedAt} /> : t("running")}
          </span>
        </Line>
      ))}
    </Side>
  );
}

/** What anybody told the stations of an issue since it opened. */
export function CommandsSince({ commands }: Pick<IssueDetail, "commands">) {
  const t = useTranslations("issuePage");
  const kind = useTranslations("command.kind");
  return (
    <Side id="commands-since" title={t("commands")} count={commands.length} none={t("noCommands")}>
      {commands.map(({ id, identity, type, by, createdAt, delivery, answer, proof }) => {
        const known = commandTypes.find((one) => one === type);
        return (
          <Line key={id}>
            <span className="font-value">{known ? kind(known) : type}</span>
            <TextLink isMono href={addresses.station(identity)}>
              {identity}
            </TextLink>
            <span className="truncate text-ink-2">{by}</span>
            <span className="ml-auto truncate text-ink-2">{proof === "none" ? (answer ?? delivery) : proof}</span>
            <RelativeTime at={createdAt} className="w-16 text-right text-12 text-ink-2" />
          </Line>
        );
      })}
    </Side>
  );
}

/** What was alike before, and how long it lasted. */
export function SimilarIssues({ issues }: { issues: IssueDetail["similar"] }) {
  const t = useTranslations("issuePage");
  const title = useIssueTitle();
  const speak = useDuration();
  return (
    <Side id="similar" title={t("similar")} count={issues.length} none={t("noSimilar")}>
      {issues.map((issue) => (
        <Line key={issue.id}>
          <span className="truncate">
            <TextLink href={addresses.issue(issue.id)}>{title(issue)}</TextLink>
          </span>
          <span className="mono truncate text-ink-2">{issue.station?.identity ?? issue.site?.name}</span>
          <span className="ml-auto whitespace-nowrap text-12 text-ink-2">
            {issue.resolvedAt && t("lasted", { time: speak(issue.resolvedAt.getTime() - issue.openedAt.getTime()) })}
          </span>
        </Line>
      ))}
    </Side>
  );
}

function Side({
  id,
  title,
  count,
  none,
  children,
}: {
  id: string;
  title: string;
  count: number;
  none: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <SectionTitle id={id} count={count}>
        {title}
      </SectionTitle>
      {count === 0 ? <p className="py-2 text-ink-2">{none}</p> : <ul>{children}</ul>}
    </section>
  );
}

const Line = ({ children }: { children: ReactNode }) => (
  <li className="flex min-h-8 items-center gap-x-3 border-line border-b py-1 max-md:flex-wrap">{children}</li>
);
