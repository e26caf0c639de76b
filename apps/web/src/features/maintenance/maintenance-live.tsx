"use client";

import { CommandFault } from "../commands/command-fault";
import { LogsPanel } from "./logs-panel";
import { useMaintenance } from "./use-maintenance";

/** What keeps a station in order, kept up to date by the stream. */
export function MaintenanceLive({ identity }: { identity: string }) {
  const maintenance = useMaintenance(identity);
  const { commands } = maintenance;
  return (
    <div className="flex flex-col gap-6 px-5 py-4 max-md:px-4">
      {commands.fault && <CommandFault text={commands.fault} onDismiss={commands.dismiss} />}
      <LogsPanel maintenance={maintenance} />
    </div>
  );
}
