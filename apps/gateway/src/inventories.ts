import { askForInventories, findUnknownInventories } from "@chargehand/db/inventory";
import { mayProbe } from "@chargehand/domain/stations/probing";
import type { House } from "./house";

/** Reads the variables of stations whose firmware is new to us, few at a time, and never of those that cannot bear it. */
export async function readInventories({ bus, db, gatewayId, settings }: House): Promise<void> {
  const { inventoriesAtOnce, inventoryAfterSeconds } = settings;
  if (inventoriesAtOnce === 0) return;
  const unknown = await findUnknownInventories(db, gatewayId, inventoryAfterSeconds);
  const bearing = unknown.filter((station) => station.mayProbe ?? mayProbe(station));
  if (bearing.length === 0) return;
  const asked = await askForInventories(
    db,
    bearing.map(({ id }) => id),
    inventoriesAtOnce,
  );
  for (const station of asked) bus.publish("commands", String(station));
}
