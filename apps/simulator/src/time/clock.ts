/** Time as the simulator knows it: what it is now, and what is to be done later. Logic never waits by itself. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Does the task once, so many milliseconds from now, unless it is cancelled before. */
  after(milliseconds: number, task: () => void): Cancel;
};

export type Cancel = () => void;
