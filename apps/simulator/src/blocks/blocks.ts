import type { Controls } from "../charger/controls";
import type { Evse } from "../charger/evse";
import type { TransactionHappening } from "../charger/transaction";
import { Costs } from "./costs/costs";
import { Display } from "./display/display";
import { LocalList } from "./local-list/local-list";
import { Monitoring } from "./monitoring/monitoring";
import { tellEnd } from "./reservations/notices";
import { Reservations } from "./reservations/reservations";
import { SmartCharging } from "./smart-charging/smart-charging";

/**
 * What a station keeps for each functional block. Each is made when it is first asked for: most stations of a large
 * fleet never need most of them.
 */
export class Blocks {
  #controls: () => Controls;
  #events = 0;
  #display: Display | undefined;
  #costs: Costs | undefined;
  #monitoring: Monitoring | undefined;
  #localList: LocalList | undefined;
  #reservations: Reservations | undefined;
  #smartCharging: SmartCharging | undefined;

  /** The levers are asked for late: they hold these blocks in their turn. */
  constructor(controls: () => Controls) {
    this.#controls = controls;
  }

  /** Events are numbered in one row, whichever block tells them. */
  nextEventId(): number {
    return ++this.#events;
  }

  get display(): Display {
    this.#display ??= new Display(this.#controls());
    return this.#display;
  }

  get costs(): Costs {
    this.#costs ??= new Costs(this.#controls());
    return this.#costs;
  }

  get monitoring(): Monitoring {
    this.#monitoring ??= new Monitoring(this.#controls());
    return this.#monitoring;
  }

  get localList(): LocalList {
    this.#localList ??= new LocalList(this.#controls());
    return this.#localList;
  }

  get reservations(): Reservations {
    this.#reservations ??= new Reservations(this.#controls(), tellEnd(this.#controls()));
    return this.#reservations;
  }

  get smartCharging(): SmartCharging {
    this.#smartCharging ??= new SmartCharging(this.#controls());
    return this.#smartCharging;
  }

  /** Tells those that exist that a place is not what it was. */
  placeChanged(evse: Evse): void {
    this.#reservations?.placeChanged(evse);
  }

  /** Tells those that exist what happened to a transaction. */
  transactionHappened(happening: TransactionHappening): void {
    this.#smartCharging?.transactionHappened(happening);
  }
}
