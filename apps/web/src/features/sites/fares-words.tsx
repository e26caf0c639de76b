import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import type { Fares } from "@/server/sites/fares-sql";
import { worstOf } from "../map/worst-of";

/** How the stations of a place fare, the worst first, in a few words. */
export function FaresWords({ stations, faulted, offline, charging }: Fares) {
  const t = useTranslations("sites");
  const { glyph } = worstOf({ stations, faulted, offline, charging });
  const words = [
    faulted > 0 && t("faultedCount", { count: faulted }),
    offline > 0 && t("offlineCount", { count: offline }),
    charging > 0 && t("chargingCount", { count: charging }),
  ].filter(Boolean);
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1.5">
      {stations > 0 && <Glyph name={glyph} size={14} />}
      <span className={faulted > 0 ? "truncate text-fault-ink" : "truncate text-ink-2"}>
        {[...words, t("stationCount", { count: stations })].join(" · ")}
      </span>
    </span>
  );
}
