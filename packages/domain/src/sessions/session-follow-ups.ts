import type { Facts } from "../facts";
import type { FollowUp, SessionState } from "../station-state";
import { finalCost } from "./session-cost";

/** What is asked of the station because of one message of a session. */
export function followUpsOf(
  before: SessionState,
  after: SessionState,
  { showsCost }: Facts,
  stop: readonly FollowUp[],
): FollowUp[] | undefined {
  const asked = asksAboutGap(before, after) ? [gapQuestion(after)] : [];
  const shown = showsCost && before.status === "open" ? finalCost(after) : [];
  return asked.length + shown.length + stop.length > 0 ? [...asked, ...shown, ...stop] : undefined;
}

/** Ask once, when the end comes and something before it has not. */
const asksAboutGap = (before: SessionState, after: SessionState) =>
  after.attention.includes("gap") && !before.attention.includes("gap") && !after.orphan;

const gapQuestion = ({ wireId }: SessionState): FollowUp => ({
  command: { type: "ask-transaction-status", session: wireId },
  reason: "messages of this session are missing",
});
