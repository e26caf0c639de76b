"use client";

import type { SessionLimit } from "@chargehand/domain/sessions/limit";
import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { useLimitWords } from "../tokens/use-limit-words";
import type { SessionDetail } from "./session-view";

/** What limits a session, who sees to it, and whether it was reached. */
export function LimitNote({
  session: { endedAt, tariff },
  limit: { wanted, station, reached },
}: {
  session: SessionDetail;
  limit: SessionLimit;
}) {
  const t = useTranslations("story");
  const say = useLimitWords();
  const isRunning = !endedAt && !reached;
  return (
    <p>
      {wanted && t("tokenLimit", { limits: say(wanted, tariff?.currency) })}{" "}
      {wanted?.cost !== undefined && !tariff && t("limitWithoutTariff")}{" "}
      {station && t("limitOfStation", { limits: say(station, tariff?.currency) })}{" "}
      {wanted && !station && isRunning && t("limitByUs")}{" "}
      {reached &&
        t.rich(`limitReached.${reached.by}`, {
          what: t(`limitOf.${reached.what}`),
          time: () => <ClockTime at={new Date(reached.at)} precision="seconds" />,
        })}
    </p>
  );
}
