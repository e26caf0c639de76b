"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ErrorPanel } from "@/components/error-panel";
import { SectionTitle } from "@/components/section-title";
import { useDuration } from "@/components/use-duration";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { useStation } from "../stations/use-station";
import { OddFrames } from "./odd-frames";
import { SupportList } from "./support-list";

/** How a station keeps to its protocol, and what can be asked of it. */
export function ConformanceLive({ identity }: { identity: string }) {
  const t = useTranslations("conformance");
  const { station, capabilities } = useStation(identity);
  return (
    <div className="grid grid-cols-2 gap-x-10 gap-y-6 px-5 py-4 max-lg:grid-cols-1 max-md:px-4">
      <section aria-labelledby="odd" className="min-w-0">
        <SectionTitle id="odd">{t("odd")}</SectionTitle>
        {useMay("messages.view") ? <Odd station={station.id} /> : <p className="py-3 text-ink-2">{t("notYours")}</p>}
      </section>
      <section aria-labelledby="supports" className="min-w-0">
        <SectionTitle id="supports" note={station.version && t("version", { version: station.version })}>
          {t("supports")}
        </SectionTitle>
        <SupportList capabilities={capabilities} isConnected={station.connected} />
      </section>
    </div>
  );
}

function Odd({ station }: { station: number }) {
  const t = useTranslations("conformance");
  const trpc = useTRPC();
  const speak = useDuration();
  // Counted over a week: every frame that comes need not count it again.
  const { data, error, refetch } = useQuery({
    ...trpc.stations.conformance.queryOptions({ station }),
    refetchInterval: 60_000,
  });
  if (error) return <ErrorPanel what={t("failed")} stillWorks={error.message} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { clockSkewMs: skew } = data;
  return (
    <>
      <p className="py-2 text-ink-2">
        {skew === null
          ? t("clockUnknown")
          : Math.abs(skew) < 1_000
            ? t("clockRight")
            : t(skew < 0 ? "clockBehind" : "clockAhead", { age: speak(Math.abs(skew)) })}
      </p>
      <OddFrames notes={data.notes} since={data.since} />
    </>
  );
}
