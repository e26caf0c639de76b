import type { TokenRef } from "../vocabulary";

/** What an operator can tell a station that swaps batteries. */
export type BatteryCommand = { type: "swap-battery"; token: TokenRef };
