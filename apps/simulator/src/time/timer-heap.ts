/** A task and when it is due. The place in the heap is kept here, so that cancelling is quick too. */
export type Timer = { due: number; order: number; task: () => void; place: number };

/**
 * Pending timers, earliest first. A thousand stations share one heap and one runtime timer: most timers here (time-outs
 * of calls) are cancelled long before they are due, so removal must not leave them lying about.
 */
export class TimerHeap {
  #timers: Timer[] = [];
  #orders = 0;

  get earliest(): Timer | undefined {
    return this.#timers[0];
  }

  get size(): number {
    return this.#timers.length;
  }

  add(due: number, task: () => void): Timer {
    const timer: Timer = { due, order: this.#orders++, task, place: this.#timers.length };
    this.#timers.push(timer);
    this.#rise(timer);
    return timer;
  }

  remove(timer: Timer): void {
    if (this.#timers[timer.place] !== timer) return;
    const last = this.#timers.pop();
    if (last && last !== timer) {
      this.#put(last, timer.place);
      this.#rise(last);
      this.#sink(last);
    }
    timer.place = -1;
  }

  takeDue(now: number): Timer | undefined {
    const timer = this.earliest;
    if (!timer || timer.due > now) return undefined;
    this.remove(timer);
    return timer;
  }

  #put(timer: Timer, place: number): void {
    this.#timers[place] = timer;
    timer.place = place;
  }

  #rise(timer: Timer): void {
    while (timer.place > 0) {
      const parentPlace = (timer.place - 1) >> 1;
      const parent = this.#timers[parentPlace];
      if (!parent || !comesBefore(timer, parent)) return;
      this.#put(parent, timer.place);
      this.#put(timer, parentPlace);
    }
  }

  #sink(timer: Timer): void {
    for (;;) {
      const left = this.#timers[timer.place * 2 + 1];
      const right = this.#timers[timer.place * 2 + 2];
      const child = left && right && comesBefore(right, left) ? right : left;
      if (!child || !comesBefore(child, timer)) return;
      const place = child.place;
      this.#put(child, timer.place);
      this.#put(timer, place);
    }
  }
}

/** Timers due together run in the order in which they were set. */
function comesBefore(one: Timer, other: Timer): boolean {
  return one.due < other.due || (one.due === other.due && one.order < other.order);
}
