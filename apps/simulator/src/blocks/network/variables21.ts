import { told, type Variable } from "../../dialects/ocpp2/variable";
import { slots } from "./network";

/** What 2.1 tells of each slot. Passwords are never told. */
export const networkVariables21: Variable[] = slots.flatMap((slot) => {
  const here = { name: "NetworkConfiguration", instance: String(slot) };
  return [
    told(here, "OcppCsmsUrl", ({ blocks }) => blocks.network.profile(slot)?.url ?? "", { maxLimit: 2_000 }),
    told(here, "SecurityProfile", ({ blocks, secured }) => securityOf(blocks.network.profile(slot), secured()), {
      dataType: "integer",
    }),
    told(here, "Identity", ({ blocks, identity }) => blocks.network.profile(slot)?.identity ?? identity, {
      maxLimit: 48,
    }),
  ];
});

function securityOf(profile: { securityProfile: number } | undefined, secured: boolean): number {
  return profile?.securityProfile ?? (secured ? 1 : 0);
}
