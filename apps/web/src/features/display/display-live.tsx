"use client";

import { CommandFaults } from "../commands/command-faults";
import { useMaintenance } from "../maintenance/use-maintenance";
import { PaymentsPanel } from "../tariffs/payments-panel";
import { PricePanel } from "../tariffs/price-panel";
import { VendorsPanel } from "../vendors/vendors-panel";
import { MessagesPanel } from "./messages-panel";

/** What drivers read and pay at a station, and what it says in its vendor's own words. */
export function DisplayLive({ identity }: { identity: string }) {
  const maintenance = useMaintenance(identity);
  const { commands } = maintenance;
  return (
    <div className="flex flex-col gap-6 px-5 py-4 max-md:px-4">
      <CommandFaults of={commands}>
        <MessagesPanel maintenance={maintenance} />
        <PricePanel maintenance={maintenance} />
        <PaymentsPanel maintenance={maintenance} />
        <VendorsPanel maintenance={maintenance} />
      </CommandFaults>
    </div>
  );
}
