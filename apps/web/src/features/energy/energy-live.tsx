"use client";

import { useTranslations } from "next-intl";
import { ErrorPanel } from "@/components/error-panel";
import { SkeletonRows } from "@/components/skeleton";
import { CommandFaults } from "../commands/command-faults";
import { BatteriesPanel } from "./batteries-panel";
import { CarsPanel } from "./cars-panel";
import { GridPanel } from "./grid-panel";
import { LimitsPanel } from "./limits-panel";
import { OthersPanel } from "./others-panel";
import { ProfilesPanel } from "./profiles-panel";
import { useEnergy } from "./use-energy";

/** A station's power: what limits it, what its cars need, what the grid and its batteries are about; kept by the stream. */
export function EnergyLive({ identity }: { identity: string }) {
  const t = useTranslations("energy");
  const energy = useEnergy(identity);
  const { commands, list } = energy;
  return (
    <div className="flex flex-col gap-6 px-5 py-4 max-md:px-4">
      <CommandFaults of={commands}>
        {list.error && (
          <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
        )}
        {list.isPending ? (
          <SkeletonRows rows={8} label={t("loading")} />
        ) : (
          <>
            <LimitsPanel energy={energy} />
            <ProfilesPanel energy={energy} />
            <OthersPanel energy={energy} />
            <CarsPanel energy={energy} />
            <GridPanel energy={energy} />
            <BatteriesPanel energy={energy} />
          </>
        )}
      </CommandFaults>
    </div>
  );
}
