"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { EmptyState } from "@/components/empty-state";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import type { CampaignRow } from "@/server/campaigns/list";
import { addresses } from "../addresses";
import { CampaignState } from "./campaign-state";

/** What runs and what will run, by when it begins. */
export function Schedule() {
  const t = useTranslations("campaigns");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.campaigns.list.queryOptions({ active: true, limit: 100 }));
  if (!data) return null;
  const planned = data.rows.toSorted((a, b) => beginOf(a) - beginOf(b));
  if (planned.length === 0) return <EmptyState kind="nothing-yet" title={t("nothingPlanned")} />;
  return (
    <ol aria-label={t("views.schedule")} className="px-5 max-md:px-4">
      {planned.map((campaign) => (
        <Planned key={campaign.id} campaign={campaign} />
      ))}
    </ol>
  );
}

const beginOf = ({ startsAt, createdAt }: CampaignRow) => (startsAt ?? createdAt).getTime();

function Planned({
  campaign: { id, name, status, startsAt, createdAt, expiresAt, pace, counts },
}: {
  campaign: CampaignRow;
}) {
  const t = useTranslations("campaigns");
  const now = useClock((time) => time);
  return (
    <li className="grid grid-cols-[150px_1fr_auto] items-center gap-x-4 border-line border-b py-2 text-13 max-md:grid-cols-1">
      <ClockTime at={startsAt ?? createdAt} precision="minutes" className="text-ink-2" />
      <span>
        <TextLink href={addresses.campaign(id)}>{name}</TextLink>
        <span className="block text-12 text-ink-2">
          {t("stillToTell", { count: counts.waiting })}
          {pace.window && ` · ${t("within", { from: pace.window.from, until: pace.window.until })}`}
          {" · "}
          {t("endsBy")} <ClockTime at={expiresAt} precision="minutes" />
        </span>
      </span>
      <span className="justify-self-start">
        <CampaignState status={status} startsAt={startsAt} now={now} />
      </span>
    </li>
  );
}
