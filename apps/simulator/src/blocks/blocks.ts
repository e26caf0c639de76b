import type { Controls } from "../charger/controls";
import { LocalList } from "./local-list/local-list";

/**
 * What a station keeps for each functional block. Each is made when it is first asked for: most stations of a large
 * fleet never need most of them.
 */
export class Blocks {
  #controls: () => Controls;
  #events = 0;
  #localList: LocalList | undefined;

  /** The levers are asked for late: they hold these blocks in their turn. */
  constructor(controls: () => Controls) {
    this.#controls = controls;
  }

  /** Events are numbered in one row, whichever block tells them. */
  nextEventId(): number {
    return ++this.#events;
  }

  get localList(): LocalList {
    this.#localList ??= new LocalList(this.#controls());
    return this.#localList;
  }
}
