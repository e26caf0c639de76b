import type { Controls } from "../../charger/controls";
import type { Cancel } from "../../time/clock";
import { Download, isOfTheWeb, type Signing } from "./download";

/** Where an update stands. */
export type UpdateStep =
  | "download-scheduled"
  | "downloading"
  | "downloaded"
  | "download-failed"
  | "signature-verified"
  | "invalid-signature"
  | "install-scheduled"
  | "installing"
  | "install-rebooting"
  | "installed"
  | "installation-failed";

export type UpdateOrder = {
  location: string;
  /** Milliseconds since 1970; what is past is due. */
  retrieveAt: number;
  installAt: number | undefined;
  /** It comes with a signature, which is looked at before it is installed. */
  signed: boolean;
  /** What it is looked at with, where the order brings both. */
  signing?: Signing;
  requestId: number | undefined;
  /** How often the download is tried again, and after how long. */
  retries: number;
  retryMs: number;
};

type Running = {
  order: UpdateOrder;
  step: UpdateStep | undefined;
  attempts: number;
  /** Of a file of the web; everything else is fetched by time alone. */
  download: Download | undefined;
};

/** Updates of the firmware, one at a time: fetched, checked, installed when nobody charges, and seen after a restart. */
export class FirmwareUpdates {
  #controls: Controls;
  #tell: (step: UpdateStep, order: UpdateOrder) => void;
  #running: Running | undefined;
  #timer: Cancel | undefined;

  constructor(controls: Controls, tell: (step: UpdateStep, order: UpdateOrder) => void) {
    this.#controls = controls;
    this.#tell = tell;
  }

  /** What goes on now. */
  get running(): Readonly<Running> | undefined {
    return this.#running;
  }

  /** Begins an update in the place of one that runs; one that is being installed already cannot be stopped. */
  begin(order: UpdateOrder): "accepted" | "accepted-cancelled" | "rejected" {
    const { step } = this.#running ?? {};
    if (step === "installing" || step === "install-rebooting") return "rejected";
    const cancelled = this.#running !== undefined;
    this.stop();
    const download = isOfTheWeb(order.location) ? new Download(order.location, order.signing) : undefined;
    this.#running = { order, step: undefined, attempts: 0, download };
    this.#fetchWhenDue();
    return cancelled ? "accepted-cancelled" : "accepted";
  }

  /** What is being fetched is given up. */
  stop(): void {
    this.#timer?.();
    this.#running?.download?.abort();
    this.#running = undefined;
  }

  /** The last car is done: what waited for it may be installed. */
  transactionEnded(): void {
    if (this.#running?.step === "install-scheduled") queueMicrotask(() => this.#installWhenDue());
  }

  /** The station is up again, and the CSMS knows it. */
  booted(): void {
    if (this.#running?.step !== "install-rebooting") return;
    this.#finish("installed");
    const { charger, faults } = this.#controls;
    if (faults.firmware !== "cannot-charge") return;
    for (const evse of charger.evses) {
      for (const connector of evse.connectors) charger.fault(evse, connector, "InternalError");
    }
  }

  #fetchWhenDue(): void {
    const { order } = this.#running ?? {};
    if (!order) return;
    const waits = order.retrieveAt - this.#controls.now();
    // After the answer: the CSMS must hear that we will before it hears that we do.
    if (waits > 0) queueMicrotask(() => this.#step("download-scheduled"));
    this.#later(Math.max(waits, 0), () => this.#fetch());
  }

  #fetch(): void {
    this.#step("downloading");
    this.#later(this.#controls.stepMs, () => {
      const running = this.#running;
      if (!running) return;
      const breaksOff = this.#controls.faults.firmware === "download-failed";
      if (running.download)
        void running.download.fetch({ breaksOff }).then((isWhole) => this.#fetched(running, isWhole));
      else this.#fetched(running, !breaksOff);
    });
  }

  #fetched(running: Running, isWhole: boolean): void {
    // Another update has taken its place meanwhile.
    if (this.#running !== running) return;
    if (!isWhole) {
      running.attempts += 1;
      if (running.attempts > running.order.retries) this.#finish("download-failed");
      else this.#later(running.order.retryMs, () => this.#fetch());
      return;
    }
    this.#step("downloaded");
    if (running.order.signed) this.#verify();
    else this.#installWhenDue();
  }

  #verify(): void {
    this.#later(this.#controls.stepMs, () => {
      const isGenuine = this.#running?.download?.isGenuine() ?? true;
      if (!isGenuine || this.#controls.faults.firmware === "invalid-signature") {
        this.#finish("invalid-signature");
        return;
      }
      this.#step("signature-verified");
      this.#installWhenDue();
    });
  }

  #installWhenDue(): void {
    const running = this.#running;
    if (!running) return;
    const { charger, now } = this.#controls;
    const waits = Math.max(0, (running.order.installAt ?? 0) - now());
    if (waits === 0 && charger.running.length === 0) {
      this.#install();
      return;
    }
    if (running.step !== "install-scheduled") this.#step("install-scheduled");
    if (waits > 0) this.#later(waits, () => this.#installWhenDue());
  }

  /** Nobody can begin to charge meanwhile. */
  #install(): void {
    const { charger, stepMs } = this.#controls;
    const wasOperative = charger.operative;
    this.#step("installing");
    charger.operative = false;
    charger.review();
    this.#later(stepMs, () => {
      const { about, faults, installFirmware } = this.#controls;
      charger.operative = wasOperative;
      if (!this.#running) return;
      if (faults.firmware === "installation-failed") {
        charger.review();
        this.#finish("installation-failed");
        return;
      }
      this.#step("install-rebooting");
      const { download, order } = this.#running;
      const boots = download?.version()?.slice(0, longestVersion) ?? versionIn(order.location, about.firmware);
      installFirmware(faults.firmware === "boots-old" ? about.firmware : boots);
    });
  }

  #step(step: UpdateStep): void {
    if (!this.#running) return;
    this.#running.step = step;
    this.#tell(step, this.#running.order);
  }

  #finish(step: UpdateStep): void {
    this.#step(step);
    this.#running = undefined;
  }

  #later(milliseconds: number, task: () => void): void {
    this.#timer?.();
    this.#timer = this.#controls.later(milliseconds, task);
  }
}

/** The version that a file's name tells, else the one after the version before. */
export function versionIn(location: string, before: string): string {
  const name = location.split(/[?#]/u)[0]?.split("/").at(-1) ?? "";
  const told = /\d+(?:\.\d+)+/u.exec(name)?.[0];
  if (told !== undefined) return told.slice(0, longestVersion);
  return before.replace(/\d+(?=\D*$)/u, (last) => String(Number(last) + 1)).slice(0, longestVersion);
}

/** What a boot may tell as its version. */
const longestVersion = 50;
