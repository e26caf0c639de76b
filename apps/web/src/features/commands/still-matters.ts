import { type CommandView, commandState, isSettled, wantsPerson } from "./command-view";

const shownMs = { done: 20_000, refused: 90_000, unclear: 10 * 60_000 } as const;

/**
 * Whether a command still belongs on the button that gave it: while it is under way, and afterwards for as long as
 * its outcome is news. The list of commands keeps it for good.
 */
export function stillMatters(command: CommandView, now: number): boolean {
  const state = commandState(command);
  if (!isSettled(state)) return true;
  const age = now - settledAt(command).getTime();
  if (wantsPerson(state)) return age < shownMs.unclear;
  if (state === "confirmed" || state === "answered" || state === "cancelled") return age < shownMs.done;
  return age < shownMs.refused;
}

const settledAt = ({
  confirmedAt,
  unprovenAt,
  answeredAt,
  sentAt,
  expiresAt,
  delivery,
  heldUntil,
  createdAt,
}: CommandView) => {
  if (delivery === "expired" && expiresAt) return expiresAt;
  return confirmedAt ?? unprovenAt ?? answeredAt ?? sentAt ?? heldUntil ?? createdAt;
};
