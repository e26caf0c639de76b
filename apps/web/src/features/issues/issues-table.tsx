"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { RelativeTime } from "@/components/relative-time";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import { TextLink } from "@/components/text-link";
import type { IssueRow } from "@/server/issues/list";
import { addresses } from "../addresses";
import { IssueState, SeverityMark } from "./issue-marks";
import { useIssueTitle } from "./issue-words";

/** What is wrong in the network, each trouble once. */
export function IssuesTable({
  issues,
  activeId,
  onActivate,
  onOpen,
  onEndReached,
  empty,
}: {
  issues: readonly IssueRow[];
  activeId?: string;
  onActivate: (id: string) => void;
  onOpen: (issue: IssueRow) => void;
  onEndReached?: () => void;
  empty: ReactNode;
}) {
  const t = useTranslations("issues");
  const command = useTranslations("command.kind");
  const title = useIssueTitle();
  const columns = useMemo(() => {
    const column = columnsOf<IssueRow>();
    return column.columns([
      column.accessor("severity", {
        header: t("column.severity"),
        meta: { width: 104 },
        cell: ({ row: { original } }) => <SeverityMark {...original} />,
      }),
      column.accessor("about", {
        header: t("column.what"),
        meta: { width: 240, grow: 3 },
        cell: ({ row: { original } }) => (
          <span className="flex min-w-0 items-baseline gap-2">
            <span className="truncate font-value">
              <TextLink href={addresses.issue(original.id)} inRow>
                {title(original)}
              </TextLink>
            </span>
            {original.openings > 1 && (
              <span className="shrink-0 text-12 text-ink-3">{t("again", { count: original.openings })}</span>
            )}
          </span>
        ),
      }),
      column.accessor("station", {
        header: t("column.where"),
        meta: { width: 180, grow: 2 },
        cell: ({ row: { original } }) => <Where issue={original} />,
      }),
      column.accessor("state", {
        header: t("column.state"),
        meta: { width: 200 },
        cell: ({ row: { original } }) => <IssueState issue={original} />,
      }),
      column.accessor("owner", {
        header: t("column.owner"),
        meta: { width: 120 },
        cell: ({ getValue }) => getValue()?.name ?? <span className="text-ink-3">{t("nobody")}</span>,
      }),
      column.accessor("lastTry", {
        header: t("column.tried"),
        meta: { width: 140, grow: 1, isExtra: true },
        cell: ({ getValue }) => {
          const last = getValue();
          const how = tryStates.find((one) => one === last?.state);
          const what = kinds.find((one) => one === last?.type);
          return last && how && what ? (
            <span className="truncate text-ink-2">{t(`tried.${how}`, { what: command(what) })}</span>
          ) : null;
        },
      }),
      column.accessor("openedAt", {
        header: t("column.since"),
        meta: { width: 80, align: "right" },
        cell: ({ row: { original } }) => (
          <RelativeTime at={original.resolvedAt ?? original.openedAt} className="text-ink-2" />
        ),
      }),
    ]);
  }, [t, command, title]);

  return (
    <DataTable
      label={t("label")}
      columns={columns}
      rows={issues}
      rowId={issueId}
      activeId={activeId}
      onActivate={onActivate}
      onOpen={onOpen}
      onEndReached={onEndReached}
      phoneRow={(issue) => <PhoneRow issue={issue} />}
      empty={empty}
    />
  );
}

const tryStates = ["planned", "tried", "worked", "failed"] as const;
/** What rules may try. */
const kinds = ["reset", "unlock", "trigger"] as const;

/** The site, and the station where it is one station's. */
export function Where({ issue: { station, site } }: { issue: Pick<IssueRow, "station" | "site"> }) {
  return (
    <span className="truncate text-ink-2">
      {site?.name} {station && <span className="mono">{station.identity}</span>}
    </span>
  );
}

function PhoneRow({ issue }: { issue: IssueRow }) {
  const title = useIssueTitle();
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex items-center justify-between gap-3">
        <b className="truncate font-value">{title(issue)}</b>
        <RelativeTime at={issue.resolvedAt ?? issue.openedAt} className="shrink-0 text-12 text-ink-2" />
      </span>
      <span className="flex items-center justify-between gap-3 text-12">
        <span className="flex min-w-0 items-center gap-2">
          <SeverityMark {...issue} />
          <Where issue={issue} />
        </span>
        <IssueState issue={issue} />
      </span>
    </span>
  );
}

const issueId = ({ id }: IssueRow) => String(id);
