import type { ListState } from "./next-step";

/** What is known of a station's list when it is looked at whether the station still holds what it should. */
export interface ListLook {
  /** Undefined where it never was sent one. */
  state?: ListState;
  /** What it is proven to hold, what it was last sent, and what it should hold; equal when the contents are. */
  held?: string;
  target?: string;
  wanted: string;
  /** It booted since the last look, and may have lost its list. */
  booted: boolean;
  /** It said since then that it holds another version than we know of. */
  differs: boolean;
  /** It said since then that its list contradicts our answers. */
  contradicts: boolean;
  /** The last look was so long ago that what failed may be tried again. */
  rested: boolean;
}

/**
 * What is to be done about a station's list: `bring` asks what it holds and says the least; `mend` trusts nothing but a
 * whole list; `turn` goes on towards another content than the one under way.
 */
export type ListVerdict = "leave" | "bring" | "mend" | "turn";

const verdicts: { [S in ListState]: (look: ListLook) => ListVerdict } = {
  idle: ({ held, wanted, booted, differs, contradicts }) => {
    if (contradicts) return "mend";
    return booted || differs || held !== wanted ? "bring" : "leave";
  },
  due: () => "leave",
  reading: () => "leave",
  sending: ({ target, wanted }) => (target === wanted ? "leave" : "turn"),
  failed: ({ target, wanted, booted, rested }) => (booted || rested || target !== wanted ? "bring" : "leave"),
  // New firmware may have brought one; nothing else will.
  unable: ({ booted }) => (booted ? "bring" : "leave"),
};

export const lookAtList = (look: ListLook): ListVerdict => verdicts[look.state ?? "idle"](look);
