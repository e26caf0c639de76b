"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { TextLink } from "@/components/text-link";
import type { TargetRow } from "@/server/campaigns/targets";
import { addresses } from "../addresses";

/** Why a station stands where it stands; a failure leads to what it said meanwhile. */
export function TargetWhy({ target }: { target: TargetRow }) {
  const t = useTranslations("campaigns");
  const format = useFormatter();
  const { state, reason, waitsFor, fetched, identity, beganAt, endedAt, provenLateAt } = target;
  if (state === "waiting" && waitsFor !== undefined) {
    return typeof waitsFor === "object" ? (
      <span className="text-ink-2">
        {t("waitsForCampaign")} <TextLink href={addresses.campaign(waitsFor.campaign)}>#{waitsFor.campaign}</TextLink>
      </span>
    ) : (
      <span className="text-ink-2">{t(`waitsFor.${waitsFor}`)}</span>
    );
  }
  if ((state === "failed" || state === "unproven") && beganAt) {
    return (
      <span className="font-value">
        {reason}{" "}
        <TextLink href={`${addresses.stationMessages(identity)}?q=${encodeURIComponent(framesOf(target))}`}>
          {t("frames")}
        </TextLink>
      </span>
    );
  }
  return (
    <span className="text-ink-2">
      {reason}
      {provenLateAt && (
        <>
          {" · "}
          {endedAt && <ClockTime at={endedAt} />} {t("provenLate")} <ClockTime at={provenLateAt} />
        </>
      )}
      {fetched !== undefined && ` · ${t("fetched", { share: format.number(fetched, { style: "percent" }) })}`}
    </span>
  );
}

/** What was said between its turn and the verdict, in the words of the messages' filter. */
function framesOf({ beganAt, endedAt }: TargetRow) {
  const since = `since:"${beganAt?.toISOString() ?? ""}"`;
  return endedAt ? `${since} until:"${new Date(endedAt.getTime() + 1_000).toISOString()}"` : since;
}
