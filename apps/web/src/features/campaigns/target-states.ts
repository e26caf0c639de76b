import type { TargetState } from "@chargehand/domain/campaigns/campaign";
import type { GlyphName } from "@/components/glyph";
import type { Part } from "@/components/proportional-bar";

/** The states of stations in a campaign, in the order of bars: what is over first, what has not begun last. */
export const shownStates = [
  "succeeded",
  "skipped",
  "watching",
  "working",
  "failed",
  "unproven",
  "waiting",
  "left",
] as const satisfies readonly TargetState[];

/** How a state looks where it has an area. */
const areas = {
  succeeded: "bg-p-1",
  skipped: "bg-p-2",
  watching: "bg-p-3",
  working: "bg-p-4",
  failed: "bg-fault",
  unproven: "bg-attn",
  waiting: "border border-line-strong bg-well",
  left: "border border-line-strong border-dashed",
} as const satisfies Record<TargetState, string>;

export const targetGlyphs = {
  succeeded: "confirmed",
  skipped: "step-passed",
  watching: "proving",
  working: "proving",
  failed: "failed",
  unproven: "unproven",
  waiting: "queued",
  left: "expired",
} as const satisfies Record<TargetState, GlyphName>;

/** A campaign, or a stage of it, as the shares of a bar. */
export const barParts = (
  counts: Readonly<Record<TargetState, number>>,
  label: (state: TargetState) => string,
): Part[] => shownStates.map((state) => ({ id: state, label: label(state), count: counts[state], look: areas[state] }));

/** A little square in the colour of a state, as a legend has it. */
export const swatch = (state: TargetState) => `size-2.5 shrink-0 rounded-[2px] ${areas[state]}`;

export const totalOf = (counts: Readonly<Record<TargetState, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
