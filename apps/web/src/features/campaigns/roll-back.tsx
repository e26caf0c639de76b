"use client";

import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/button";
import { useTRPC } from "@/live/trpc";
import type { CampaignDetail } from "@/server/campaigns/list";
import { addresses } from "../addresses";

/** The way to a rollout of what most stations of this one ran before, to those that it has reached. */
export function RollBack({ campaign: { id, work, counts } }: { campaign: CampaignDetail }) {
  const t = useTranslations("campaigns");
  const trpc = useTRPC();
  const reached = counts.working + counts.watching + counts.succeeded + counts.failed + counts.unproven;
  const isOffered = work.kind === "firmware" && reached > 0;
  const { data: before } = useQuery({ ...trpc.campaigns.before.queryOptions({ id }), enabled: isOffered });
  if (!isOffered) return null;
  const image = before?.image ?? undefined;
  const asked = { kind: "firmware", reached: String(id), ...(image !== undefined && { image: String(image) }) };
  return (
    <Link href={addresses.newCampaign(asked)} className={buttonClasses("quiet", "normal")}>
      <Undo2 aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />
      {before ? t("rollBackTo", { version: before.version }) : t("rollBack")}
    </Link>
  );
}
