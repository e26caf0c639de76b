"use client";

import { useTranslations } from "next-intl";
import { ErrorPanel } from "@/components/error-panel";
import { CommandFaults } from "../commands/command-faults";
import { AlertsPanel } from "./alerts-panel";
import { CustomersPanel } from "./customers-panel";
import { FirmwarePanel } from "./firmware-panel";
import { LogsPanel } from "./logs-panel";
import { MonitorsPanel } from "./monitors-panel";
import { NetworkPanel } from "./network-panel";
import { SecurityPanel } from "./security-panel";
import { useHeld } from "./use-held";
import { useMaintenance } from "./use-maintenance";

/** What keeps a station in order, kept up to date by the stream. */
export function MaintenanceLive({ identity }: { identity: string }) {
  const t = useTranslations("maintenance");
  const maintenance = useMaintenance(identity);
  const held = useHeld(maintenance.station.id);
  const { commands } = maintenance;
  return (
    <div className="flex flex-col gap-8 px-5 py-4 max-md:px-4">
      <CommandFaults of={commands}>
        {held.error && (
          <ErrorPanel what={t("failed")} stillWorks={held.error.message} onRetry={() => void held.refetch()} />
        )}
        <AlertsPanel maintenance={maintenance} held={held} />
        <FirmwarePanel maintenance={maintenance} held={held} />
        <LogsPanel maintenance={maintenance} />
        <MonitorsPanel maintenance={maintenance} held={held} />
        <SecurityPanel maintenance={maintenance} />
        <NetworkPanel maintenance={maintenance} held={held} />
        <CustomersPanel maintenance={maintenance} />
      </CommandFaults>
    </div>
  );
}
