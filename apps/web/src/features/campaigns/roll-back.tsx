"use client";

import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/button";
import { useTRPC } from "@/live/trpc";
import type { CampaignDetail } from "@/server/campaigns/list";
import { addresses } from "../addresses";

/** The way to a rollout of the version before, to the stations that this one has reached. */
export function RollBack({ campaign: { id, work, counts } }: { campaign: CampaignDetail }) {
  const t = useTranslations("campaigns");
  const trpc = useTRPC();
  const isFirmware = work.kind === "firmware";
  const { data } = useQuery({ ...trpc.firmware.list.queryOptions({ limit: 200 }), enabled: isFirmware });
  const reached = counts.working + counts.watching + counts.succeeded + counts.failed + counts.unproven;
  if (!isFirmware || reached === 0) return null;
  const earlier = data?.rows.find(
    (image) =>
      image.version !== work.version &&
      image.vendor.toLowerCase() === work.vendor?.toLowerCase() &&
      image.model.toLowerCase() === work.model?.toLowerCase(),
  );
  const asked = { kind: "firmware", reached: String(id), ...(earlier && { image: String(earlier.id) }) };
  return (
    <Link href={addresses.newCampaign(asked)} className={buttonClasses("quiet", "normal")}>
      <Undo2 aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />
      {t("rollBack")}
    </Link>
  );
}
