import type { Controls } from "../charger/controls";
import type { TransactionHappening } from "../charger/transaction";
import { LocalList } from "./local-list/local-list";
import { SmartCharging } from "./smart-charging/smart-charging";

/**
 * What a station keeps for each functional block. Each is made when it is first asked for: most stations of a large
 * fleet never need most of them.
 */
export class Blocks {
  #controls: () => Controls;
  #events = 0;
  #localList: LocalList | undefined;
  #smartCharging: SmartCharging | undefined;

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

  get smartCharging(): SmartCharging {
    this.#smartCharging ??= new SmartCharging(this.#controls());
    return this.#smartCharging;
  }

  /** Tells those that exist what happened to a transaction. */
  transactionHappened(happening: TransactionHappening): void {
    this.#smartCharging?.transactionHappened(happening);
  }
}
