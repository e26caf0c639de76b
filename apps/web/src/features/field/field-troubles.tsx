"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import { RelativeTime } from "@/components/relative-time";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import type { IssueRow } from "@/server/issues/list";
import { addresses } from "../addresses";
import { useIssueTitle } from "../issues/issue-words";

/** What is wrong with a station, and what was last. */
export function FieldTroubles({ station }: { station: number }) {
  const t = useTranslations("field");
  const trpc = useTRPC();
  const open = useQuery(trpc.issues.list.queryOptions({ view: "open", station, limit: 5 }));
  const over = useQuery(trpc.issues.list.queryOptions({ view: "over", station, limit: 3 }));
  const issues = [...(open.data?.rows ?? []), ...(over.data?.rows ?? [])];
  return (
    <section aria-label={t("troubles")}>
      <h2 className="text-12 text-ink-2">{t("troubles")}</h2>
      {open.isSuccess && over.isSuccess && issues.length === 0 && <p>{t("noTroubles")}</p>}
      <ul>
        {issues.map((issue) => (
          <Trouble key={issue.id} issue={issue} />
        ))}
      </ul>
    </section>
  );
}

function Trouble({ issue }: { issue: IssueRow }) {
  const t = useTranslations("field");
  const title = useIssueTitle();
  const { id, resolvedAt, openedAt } = issue;
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-2 border-line-strong border-b py-1">
      <Glyph name={resolvedAt ? "confirmed" : "attention"} />
      <TextLink href={addresses.issue(id)}>{title(issue)}</TextLink>
      <span className="text-ink-2">
        {t.rich(resolvedAt ? "over" : "since", { age: () => <RelativeTime at={resolvedAt ?? openedAt} /> })}
      </span>
    </li>
  );
}
