import type { Cancel, Clock } from "./clock";
import { TimerHeap } from "./timer-heap";

/** A clock that stands still until it is told to advance: years of charging in a millisecond, the same each time. */
export class ManualClock implements Clock {
  #heap = new TimerHeap();
  #now: number;

  constructor(start = Date.UTC(2026, 0, 1)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, task: () => void): Cancel {
    const timer = this.#heap.add(this.#now + Math.max(0, milliseconds), task);
    return () => this.#heap.remove(timer);
  }

  /** Runs everything due within the span, each at its own time. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let timer = this.#heap.takeDue(end); timer; timer = this.#heap.takeDue(end)) {
      this.#now = timer.due;
      timer.task();
    }
    this.#now = end;
  }
}
