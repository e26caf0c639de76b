import type { VariableWrite } from "../command";
import type { FollowUp, StationState } from "../station-state";

/** How boots are answered. `configure`: a station waits until what it is to be set to has been written. */
export const bootPolicies = ["accept", "configure", "reject"] as const;

/** The policy for one station (its own, else the network's), and how far it has come with it. */
export interface BootPolicy {
  policy: (typeof bootPolicies)[number];
  writes: readonly VariableWrite[];
  /** Whether what is to be written was told to the station lately, and whether it has answered. */
  configured: "no" | "asked" | "done";
}

/** How long a station that is being set up waits until it asks again. */
const configuringSeconds = 15;

/** What a boot of a station that may come in is answered by its policy; undefined: it is accepted. */
export function byPolicy(
  { registration, version }: StationState,
  { policy, writes: all, configured }: BootPolicy,
  triggered: boolean,
): { registration: "pending" | "rejected"; intervalSeconds: number; followUps?: FollowUp[] } | undefined {
  if (policy === "reject") return { registration: "rejected", intervalSeconds: 3600 };
  // A policy of the network may name both: 1.6 has keys, 2.x has variables of components.
  const writes = all.filter(({ variable }) => (variable.component === "") === (version === "1.6"));
  // One that was accepted and only repeats its boot because we asked has been set up.
  const isSetUp = configured === "done" || (triggered && registration === "accepted");
  if (policy === "accept" || writes.length === 0 || isSetUp) return undefined;
  const pending = { registration: "pending", intervalSeconds: configuringSeconds } as const;
  if (configured === "asked") return pending;
  // 1.6 writes one key with each call.
  const portions = version === "1.6" ? writes.map((write) => [write]) : [[...writes]];
  const reason = "written before the station is accepted";
  const told = portions.map((portion) => ({ command: { type: "write-variables", writes: portion } as const, reason }));
  return {
    ...pending,
    followUps: [...told, { command: { type: "trigger", message: "boot" }, reason: "it is set up" }],
  };
}
