import type { Context } from "../context";
import type { FrameSqlRow, Place } from "./frame-row";
import type { Question } from "./question";

export interface Found {
  rows: FrameSqlRow[];
  /** Everything later than this has been looked at. */
  reached: Place;
  /** Nothing is left to look at. */
  isComplete: boolean;
}

/** What a search is made of: what is asked, how many are wanted, and until when it may look. */
export interface Ask extends Pick<Context, "pool"> {
  question: Question;
  most: number;
  deadline: number;
  /** Texts are read to their ends, however long. */
  isWhole?: boolean;
}

/** Whether the time that a search has is over. */
export const isLate = ({ deadline }: Pick<Ask, "deadline">) => performance.now() > deadline;
