"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { useClock } from "@/components/clock";
import { ProportionalBar } from "@/components/proportional-bar";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import type { CampaignRow } from "@/server/campaigns/list";
import { addresses } from "../addresses";
import { barParts, totalOf } from "../campaigns/target-states";

/** What many stations are being told right now, or were a moment ago: a bar for each, the same from every tab. */
export function RunningCampaigns() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.campaigns.list.queryOptions({ limit: 5 }));
  const since = useClock((now) => Math.floor(now / 10_000) * 10_000) - shownForMs;
  const shown = data?.rows.filter(({ status, startsAt, endedAt }) =>
    status === "running" || status === "stopping" ? !startsAt : endedAt !== undefined && endedAt.getTime() > since,
  );
  if (!shown || shown.length === 0) return null;
  return (
    <div className="flex flex-col border-line border-t px-5 max-md:px-4">
      {shown.map((campaign) => (
        <RunningCampaign key={campaign.id} campaign={campaign} />
      ))}
    </div>
  );
}

const shownForMs = 120_000;

function RunningCampaign({ campaign: { id, name, counts } }: { campaign: CampaignRow }) {
  const t = useTranslations("campaigns");
  const format = useFormatter();
  const trpc = useTRPC();
  const retry = useMutation(trpc.campaigns.retry.mutationOptions());
  const parts = barParts(counts, (state) => t(`target.${state}`));
  const told = parts.filter(({ count }) => count > 0).map(({ count, label }) => `${format.number(count)} ${label}`);
  return (
    <section aria-label={name} className="flex h-9 items-center gap-3 text-12">
      <span className="max-w-80 truncate">
        <TextLink href={addresses.campaign(id)}>{name}</TextLink>
      </span>
      <ProportionalBar parts={parts} label={told.join(", ")} className="min-w-24 flex-1" />
      <span className="text-ink-2">{t("of", { done: counts.succeeded + counts.skipped, total: totalOf(counts) })}</span>
      {counts.unproven > 0 && (
        <Button size="row" isDisabled={retry.isPending} onPress={() => retry.mutate({ id, state: "unproven" })}>
          {t("retryUnproven", { count: counts.unproven })}
        </Button>
      )}
      {counts.failed > 0 && (
        <Button size="row" isDisabled={retry.isPending} onPress={() => retry.mutate({ id })}>
          {t("retry", { count: counts.failed })}
        </Button>
      )}
    </section>
  );
}
