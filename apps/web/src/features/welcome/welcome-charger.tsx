"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { useTRPC } from "@/live/trpc";
import { StationForm } from "../commissioning/station-form";
import { useNewStation } from "../commissioning/use-new-station";
import { useMay } from "../person/may";

/** A charger of one's own, or one that the simulator is. */
export function WelcomeCharger({ onAdded }: { onAdded: (station: { id: number }) => void }) {
  const t = useTranslations("welcome");
  const trpc = useTRPC();
  const mayAdd = useMay("stations.write");
  const { data: simulator } = useQuery(trpc.demo.standing.queryOptions());
  const simulating = useMutation(trpc.demo.simulate.mutationOptions({ onSuccess: onAdded }));
  const { add, ...state } = useNewStation(onAdded);

  if (!mayAdd) return <p className="text-ink-2">{t("mayNot")}</p>;
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
      <div className="flex min-w-0 flex-1 basis-64 flex-col items-start gap-2">
        <h3 className="font-value">{t("simulated")}</h3>
        <p className="text-ink-2">{t(simulator === null ? "noSimulator" : "simulatedHelp")}</p>
        <Button
          look="primary"
          Icon={Sparkles}
          isDisabled={!simulator}
          isPending={simulating.isPending}
          onPress={() => simulating.mutate()}
        >
          {t("simulate")}
        </Button>
        {simulating.error && (
          <p role="alert" className="text-fault-ink">
            {simulating.error.message}
          </p>
        )}
      </div>
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-2">
        <h3 className="font-value">{t("own")}</h3>
        <StationForm {...state} onAdd={(station) => void add(station)} />
      </div>
    </div>
  );
}
