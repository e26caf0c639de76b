import { availability } from "./availability";
import { firmware } from "./firmware";
import { localList } from "./local-list";
import { provisioning } from "./provisioning";
import { remoteControl } from "./remote-control";
import { reservations } from "./reservations";
import { security } from "./security";
import { smartCharging } from "./smart-charging";
import type { Effects16 } from "./table";
import { vendors } from "./vendors";

/** What our calls mean in 1.6, whoever made them, and what would prove them. */
export const effects16: Effects16 = {
  ...availability,
  ...firmware,
  ...localList,
  ...provisioning,
  ...remoteControl,
  ...reservations,
  ...security,
  ...smartCharging,
  ...vendors,
};
