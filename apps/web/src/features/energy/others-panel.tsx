"use client";

import type { ExternalLimit } from "@chargehand/domain/charging/profile";
import { useFormatter, useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { Panel } from "../maintenance/panel";
import type { Energy } from "./use-energy";

/** Limits that a building or a grid operator sets, which are not ours to lift. */
export function OthersPanel({ energy }: { energy: Energy }) {
  const t = useTranslations("energy");
  const { limits } = energy.held;
  if (limits.length === 0) return null;
  return (
    <Panel title={t("others")} count={limits.length} types={[]} maintenance={energy}>
      <ul>
        {limits.map(({ key, value, at }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-4 border-line border-b py-1.5">
            <span className="min-w-40 font-value">{value.source}</span>
            <span className="text-ink-2">{t("at", { evse: value.evse })}</span>
            <Rate limit={value} />
            {value.generation && <span className="text-ink-2">{t("generated")}</span>}
            {value.gridCritical && <span className="text-attn-ink">{t("gridCritical")}</span>}
            <span className="ml-auto text-12 text-ink-3">
              <RelativeTime at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Rate({ limit: { schedules } }: { limit: ExternalLimit }) {
  const t = useTranslations("energy");
  const format = useFormatter();
  const [schedule] = schedules;
  const limit = schedule?.periods[0]?.limit;
  if (!schedule || limit === undefined) return <span className="text-ink-3">{t("howMuchUnsaid")}</span>;
  const rate = schedule.unit === "W" ? limit / 1000 : limit;
  return (
    <span>
      {format.number(rate, { maximumFractionDigits: 1 })}&nbsp;{schedule.unit === "W" ? "kW" : "A"}
    </span>
  );
}
