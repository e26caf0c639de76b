import { authorization } from "./authorization";
import { availability } from "./availability";
import { batterySwap } from "./battery-swap";
import { certificates } from "./certificates";
import { diagnostics } from "./diagnostics";
import { display } from "./display";
import { firmware } from "./firmware";
import { gridControls } from "./grid-controls";
import { monitoring } from "./monitoring";
import { network } from "./network";
import { payments } from "./payments";
import { provisioning } from "./provisioning";
import { remoteControl } from "./remote-control";
import { reservations } from "./reservations";
import { security } from "./security";
import { smartCharging } from "./smart-charging";
import type { Effects2 } from "./table";
import { tariffs } from "./tariffs";
import { transactions } from "./transactions";
import { vendors } from "./vendors";

/** What our calls mean in 2.x, whoever made them, and what would prove them. */
export const effects2: Effects2 = {
  ...authorization,
  ...availability,
  ...batterySwap,
  ...certificates,
  ...diagnostics,
  ...display,
  ...firmware,
  ...gridControls,
  ...monitoring,
  ...network,
  ...payments,
  ...provisioning,
  ...remoteControl,
  ...reservations,
  ...security,
  ...smartCharging,
  ...tariffs,
  ...transactions,
  ...vendors,
};
