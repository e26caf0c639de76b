import { expect, it } from "vitest";
import { Random } from "../random";
import { ManualClock } from "./manual-clock";
import { TimerHeap } from "./timer-heap";

it("gives timers back in the order they are due, whatever was removed between", () => {
  const random = new Random(7);
  const heap = new TimerHeap();
  const timers = Array.from({ length: 500 }, () => heap.add(random.integer(0, 100), () => undefined));
  const kept = timers.filter((timer, index) => {
    if (index % 3 !== 0) return true;
    heap.remove(timer);
    return false;
  });

  const given = kept.map(() => heap.takeDue(1000));

  expect(given).toEqual(kept.toSorted((one, other) => one.due - other.due || one.order - other.order));
  expect(heap.size).toBe(0);
});

it("forgets a timer that is removed twice only once", () => {
  const heap = new TimerHeap();
  const first = heap.add(1, () => undefined);
  const second = heap.add(2, () => undefined);
  heap.remove(first);
  heap.remove(first);
  expect(heap.earliest).toBe(second);
});

it("runs everything that falls due while a manual clock advances, also what those tasks set", () => {
  const clock = new ManualClock(0);
  const ran: number[] = [];
  const again = (): void => {
    ran.push(clock.now());
    clock.after(10, again);
  };
  clock.after(10, again);
  const cancel = clock.after(15, () => ran.push(-1));
  cancel();
  clock.advance(35);
  expect(ran).toEqual([10, 20, 30]);
  expect(clock.now()).toBe(35);
});
