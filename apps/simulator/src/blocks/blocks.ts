import type { Controls } from "../charger/controls";
import type { Evse } from "../charger/evse";
import type { Transaction, TransactionHappening } from "../charger/transaction";
import { Batteries } from "./battery-swap/batteries";
import { Certificates } from "./certificates/certificates";
import { Costs } from "./costs/costs";
import { DerControls } from "./der-control/der-controls";
import { Display } from "./display/display";
import { FirmwareUpdates } from "./firmware/firmware-updates";
import { tellUpdate } from "./firmware/notices";
import { PublishedFirmware } from "./firmware/published-firmware";
import { LocalList } from "./local-list/local-list";
import { Logs } from "./logs/logs";
import { tellUpload } from "./logs/notices";
import { Monitoring } from "./monitoring/monitoring";
import { Network, type Profile } from "./network/network";
import { Payments } from "./payments/payments";
import { tellEnd } from "./reservations/notices";
import { Reservations } from "./reservations/reservations";
import { SmartCharging } from "./smart-charging/smart-charging";
import type { Tariff } from "./tariffs/tariff";
import { Tariffs } from "./tariffs/tariffs";

/**
 * What a station keeps for each functional block. Each is made when it is first asked for: most stations of a large
 * fleet never need most of them.
 */
export class Blocks {
  #controls: () => Controls;
  #events = 0;
  #batteries: Batteries | undefined;
  #derControls: DerControls | undefined;
  #network: Network | undefined;
  #payments: Payments | undefined;
  #tariffs: Tariffs | undefined;
  #display: Display | undefined;
  #costs: Costs | undefined;
  #monitoring: Monitoring | undefined;
  #certificates: Certificates | undefined;
  #firmware: FirmwareUpdates | undefined;
  #localList: LocalList | undefined;
  #logs: Logs | undefined;
  #publishedFirmware: PublishedFirmware | undefined;
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

  get batteries(): Batteries {
    this.#batteries ??= new Batteries(this.#controls());
    return this.#batteries;
  }

  get derControls(): DerControls {
    this.#derControls ??= new DerControls(this.#controls());
    return this.#derControls;
  }

  get network(): Network {
    this.#network ??= new Network(this.#controls());
    return this.#network;
  }

  get payments(): Payments {
    this.#payments ??= new Payments(this.#controls());
    return this.#payments;
  }

  get tariffs(): Tariffs {
    this.#tariffs ??= new Tariffs(this.#controls());
    return this.#tariffs;
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

  get certificates(): Certificates {
    this.#certificates ??= new Certificates(this.#controls());
    return this.#certificates;
  }

  get firmware(): FirmwareUpdates {
    this.#firmware ??= new FirmwareUpdates(this.#controls(), tellUpdate(this.#controls()));
    return this.#firmware;
  }

  get localList(): LocalList {
    this.#localList ??= new LocalList(this.#controls());
    return this.#localList;
  }

  get logs(): Logs {
    this.#logs ??= new Logs(this.#controls(), tellUpload(this.#controls()));
    return this.#logs;
  }

  get publishedFirmware(): PublishedFirmware {
    this.#publishedFirmware ??= new PublishedFirmware(this.#controls());
    return this.#publishedFirmware;
  }

  get reservations(): Reservations {
    this.#reservations ??= new Reservations(this.#controls(), tellEnd(this.#controls()));
    return this.#reservations;
  }

  get smartCharging(): SmartCharging {
    this.#smartCharging ??= new SmartCharging(this.#controls());
    return this.#smartCharging;
  }

  /** Leaves nothing that still runs. */
  stop(): void {
    this.#logs?.stop();
    this.#firmware?.stop();
    this.#publishedFirmware?.stop();
  }

  /** Tells those that exist that the station restarted and is registered again. */
  booted(): void {
    this.#firmware?.booted();
  }

  /** Tells those that exist that a place is not what it was. */
  placeChanged(evse: Evse): void {
    this.#reservations?.placeChanged(evse);
  }

  /** What a transaction is charged by, if the station knows of any tariff. */
  tariffOf(transaction: Transaction): Tariff | undefined {
    return this.#tariffs?.of(transaction);
  }

  /** Whether somebody pays in a browser for this place now. */
  awaitsPayment(evse: Evse): boolean {
    return this.#payments?.awaits(evse) ?? false;
  }

  /** The way to the CSMS that is dialled now, if it is not the one the station was commissioned with. */
  nextWay(): Profile | undefined {
    return this.#network?.next();
  }

  /** The line is up: whether it took another way than the one before. */
  wayTaken(): "another" | "same" {
    return this.#network?.connected() ?? "same";
  }

  /** Tells those that exist that the station goes down to come up anew. */
  restarting(): void {
    this.#network?.restart();
  }

  /** Tells those that exist what happened to a transaction. */
  transactionHappened(happening: TransactionHappening): void {
    this.#smartCharging?.transactionHappened(happening);
    this.#tariffs?.transactionHappened(happening);
    if (happening.phase === "ended") this.#firmware?.transactionEnded();
  }
}
