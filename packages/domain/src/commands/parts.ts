import type { Watch } from "../proof";
import type { ReportPart } from "../report";
import {
  addSequence,
  emptySequenceSet,
  formatSequenceSet,
  missingSequences,
  parseSequenceSet,
  type SequenceSet,
} from "../sequence-set";

type ReportWatch = Extract<Watch, { for: "report" }>;

/** The watch with one more part of its report; the same one where nothing is new. */
export function withPart(watch: ReportWatch, { sequence, last }: ReportPart): ReportWatch {
  if (sequence === undefined) return watch;
  const seen = formatSequenceSet(addSequence(seenOf(watch), sequence));
  const end = last ? sequence : watch.end;
  return seen === watch.seen && end === watch.end ? watch : { ...watch, seen, end };
}

/** The parts of a report that have not come, from 0 on; undefined as long as its last one has not. */
export function missingParts({ seen = "", end }: ReportWatch): SequenceSet | undefined {
  // From before the first one, so that a report that began too late misses its beginning.
  return end === undefined ? undefined : missingSequences(addSequence(parseSequenceSet(seen), -1), end);
}

/** Whether a report is there whole with this part of it. Some are not numbered: then their last part says so. */
export function isWholeWith(watch: ReportWatch, part: ReportPart): boolean {
  if (part.sequence === undefined) return part.last;
  return missingParts(withPart(watch, part))?.length === 0;
}

const seenOf = ({ seen }: ReportWatch) => (seen === undefined ? emptySequenceSet : parseSequenceSet(seen));
