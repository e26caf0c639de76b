import type { Controls } from "../../charger/controls";
import { pullLater } from "./dynamic";
import type { Refusal } from "./installed";
import { type ChargingProfile2, profileOf2 } from "./profile2";

/** Takes a profile of 2.x; one that wants to be updated now and then is asked about at its own rhythm. */
export function install2(controls: Controls, evse: number, wire: ChargingProfile2): "accepted" | Refusal {
  const profile = profileOf2(wire, controls.now());
  if (!profile) return "InvalidValue";
  const outcome = controls.blocks.smartCharging.install({ profile, evse, wireTransaction: wire.transactionId });
  const seconds = profile.kind === "dynamic" ? (wire.dynUpdateInterval ?? 0) : 0;
  if (outcome === "accepted" && seconds > 0) pullLater(controls, profile.id, seconds * 1000);
  return outcome;
}
