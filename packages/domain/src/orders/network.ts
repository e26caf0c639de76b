import type { NetworkProfile } from "../network/network-profile";

/** What an operator can tell a station about its way to us, or to another network. */
export type NetworkCommand = { type: "set-network-profile"; slot: number; profile: NetworkProfile };
