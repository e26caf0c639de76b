import type { ListState } from "../local-list/next-step";
import type { Verdict } from "./fate";

/** A station's list since it was asked to go to it. */
export interface ListShown {
  since: Date;
  state: ListState;
  /** Why it did not get there. */
  detail: string | null;
  /** The version that the station is proven to hold. */
  held: number | null;
}

/** A long list in small parts over a slow connection takes a while; what shows later is the station's own business. */
const patienceMs = 30 * 60_000;

/** What became of a list that goes to its station, each part read back; undefined while it is on its way. */
export function listVerdict({ since, state, detail, held }: ListShown, now: Date): Verdict | undefined {
  if (state === "idle") return { state: "succeeded", reason: `it holds its list${held ? `, version ${held}` : ""}` };
  if (state === "failed" || state === "unable") return { state: "failed", reason: detail ?? undefined };
  if (now.getTime() < since.getTime() + patienceMs) return undefined;
  return { state: "unproven", reason: "its list was not there in 30 min" };
}
