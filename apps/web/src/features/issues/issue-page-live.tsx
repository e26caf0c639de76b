"use client";

import { isClosedByPerson } from "@chargehand/domain/issues/issue";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { ErrorPanel } from "@/components/error-panel";
import { FactRow } from "@/components/key-values";
import { PageHead } from "@/components/page-head";
import { RelativeTime } from "@/components/relative-time";
import { Select } from "@/components/select";
import { SkeletonRows } from "@/components/skeleton";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import type { IssueDetail } from "@/server/issues/by-id";
import { addresses } from "../addresses";
import { IssueChildren } from "./issue-children";
import { IssueHistory } from "./issue-history";
import { IssueLedger } from "./issue-ledger";
import { IssueState, SeverityMark } from "./issue-marks";
import { AffectedSessions, CommandsSince, SimilarIssues } from "./issue-sides";
import { useIssueTitle } from "./issue-words";
import { NoteForm } from "./note-form";
import { type IssueActions, useIssueActions } from "./use-issue-actions";

/** One issue: what is wrong, what was tried, what it affects, and everything that happened about it. */
export function IssuePageLive({ id }: { id: number }) {
  const t = useTranslations("issues");
  const trpc = useTRPC();
  const { data: issue, error, refetch } = useQuery(trpc.issues.byId.queryOptions({ id }));
  const actions = useIssueActions();
  if (!issue) {
    if (!error) return <SkeletonRows rows={12} label={t("loading")} />;
    return <ErrorPanel what={t("failed")} stillWorks={error.message} onRetry={() => void refetch()} />;
  }
  return (
    <article className="pb-8">
      <IssueHead issue={issue} actions={actions} />
      {actions.overlay}
      <div className="px-5 max-md:px-4">
        <IssueFacts issue={issue} />
      </div>
      <div className="grid grid-cols-[minmax(0,7fr)_minmax(0,4fr)] gap-8 px-5 pt-5 max-lg:grid-cols-1 max-md:px-4 print:block">
        <div className="flex flex-col gap-6">
          <IssueChildren issue={issue} />
          {issue.tries.length > 0 && <IssueLedger tries={issue.tries} />}
          <section aria-labelledby="history" className="flex flex-col gap-3">
            <IssueHistory lines={issue.history} />
            {actions.isPossible && <NoteForm issue={id} />}
          </section>
        </div>
        <div className="flex flex-col gap-6">
          <AffectedSessions sessions={issue.sessions} />
          <CommandsSince commands={issue.commands} />
          <SimilarIssues issues={issue.similar} />
        </div>
      </div>
    </article>
  );
}

function IssueHead({ issue, actions }: { issue: IssueDetail; actions: IssueActions }) {
  const t = useTranslations("issues");
  const title = useIssueTitle();
  const { id, state, kind, mutedUntil, station, site } = issue;
  const isOpen = actions.isPossible && state !== "resolved";
  return (
    <PageHead
      title={title(issue)}
      count={
        <span className="inline-flex flex-wrap items-center gap-x-2">
          {site?.name}
          {station && (
            <TextLink isMono href={addresses.station(station.identity)}>
              {station.identity}
            </TextLink>
          )}
        </span>
      }
      actions={
        isOpen && (
          <>
            {state === "new" && (
              <Button look="primary" onPress={() => actions.acknowledge([id])}>
                {t("acknowledge")}
              </Button>
            )}
            {mutedUntil ? (
              <Button onPress={() => actions.unmute([id])}>{t("unmute")}</Button>
            ) : (
              <Button onPress={() => actions.mute([id])}>{t("mute")}</Button>
            )}
            {isClosedByPerson(kind) && <Button onPress={() => actions.close([id])}>{t("close")}</Button>}
            <OwnerSelect issue={issue} onAssign={(to) => actions.assign([id], to)} />
          </>
        )
      }
    />
  );
}

const nobody = "nobody";

function OwnerSelect({ issue: { owner }, onAssign }: { issue: IssueDetail; onAssign: (to: string | null) => void }) {
  const t = useTranslations("issues");
  const trpc = useTRPC();
  const { data: people = [] } = useQuery(trpc.issues.people.queryOptions());
  return (
    <Select
      label={t("assign")}
      isLabelHidden
      chosen={owner?.id ?? nobody}
      onChoose={(id) => onAssign(id === nobody ? null : id)}
      options={[{ id: nobody, label: t("nobody") }, ...people.map(({ id, name }) => ({ id, label: name }))]}
      className="w-40 max-md:w-36"
    />
  );
}

function IssueFacts({ issue }: { issue: IssueDetail }) {
  const t = useTranslations("issuePage");
  const words = useTranslations("issues");
  const format = useFormatter();
  const { openedAt, openings, owner, state, watchUntil, resolvedAt, resolvedBy } = issue;
  return (
    <FactRow
      facts={[
        { label: words("column.severity"), value: <SeverityMark {...issue} /> },
        { label: words("column.state"), value: <IssueState issue={issue} /> },
        {
          label: t("opened"),
          value: (
            <>
              <RelativeTime at={openedAt} /> {openings > 1 && t("openings", { count: openings })}
            </>
          ),
        },
        { label: t("owner"), value: owner?.name ?? words("nobody") },
        ...(state === "watching" && watchUntil
          ? [{ label: words("state.watching"), value: t("watch", { time: format.dateTime(watchUntil, "minutes") }) }]
          : []),
        ...(resolvedAt
          ? [
              { label: t("overSince"), value: <RelativeTime at={resolvedAt} /> },
              {
                label: words("state.resolved"),
                value: resolvedBy === null ? t("confirmed") : t("closedBy", { name: resolvedBy }),
              },
            ]
          : []),
      ]}
    />
  );
}
