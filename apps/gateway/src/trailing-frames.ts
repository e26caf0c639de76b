import type { FrameRow } from "@chargehand/db/journal-entry";

/** Frames whose answers are out already and that are written behind them, as many at a time as have come. */
export interface TrailingFrames {
  /** False when so many wait that the next one has to wait for its answer too. */
  add(frame: FrameRow): boolean;
}

const mostTrailing = 100;

/** One write at a time, so that a station that floods us with heartbeats does not fill the journal for all. */
export function createTrailingFrames(write: (frames: FrameRow[]) => Promise<void>): TrailingFrames {
  let trailing: FrameRow[] = [];
  let writing = false;

  async function writeAll() {
    writing = true;
    while (trailing.length > 0) {
      const frames = trailing;
      trailing = [];
      await write(frames);
    }
    writing = false;
  }

  return {
    add(frame) {
      if (trailing.length >= mostTrailing) return false;
      trailing.push(frame);
      if (!writing) void writeAll();
      return true;
    },
  };
}
