import type { Controls } from "../../charger/controls";
import type { JsonObject } from "../../json";
import { Download, isOfTheWeb } from "./download";

export type PublishOrder = { location: string; checksum: string; requestId: number };

/** Firmware that the station fetched for others behind it, by checksum. */
export class PublishedFirmware {
  #controls: Controls;
  #published = new Set<string>();
  #running: { order: PublishOrder; status: string } | undefined;
  #download: Download | undefined;

  constructor(controls: Controls) {
    this.#controls = controls;
  }

  /** False: another is being fetched. */
  publish(order: PublishOrder): boolean {
    if (this.#running) return false;
    this.#running = { order, status: "" };
    queueMicrotask(() => void this.#begin(order));
    return true;
  }

  /** What is being fetched is given up. */
  stop(): void {
    this.#download?.abort();
    this.#download = undefined;
    this.#running = undefined;
  }

  unpublish(checksum: string): "unpublished" | "no-firmware" | "download-ongoing" {
    const key = checksum.toLowerCase();
    if (this.#running?.order.checksum.toLowerCase() === key) return "download-ongoing";
    return this.#published.delete(key) ? "unpublished" : "no-firmware";
  }

  /** Tells again where things stand, because it was asked. */
  tellAgain(): void {
    const { order, status } = this.#running ?? {};
    this.#tell(status === undefined ? { status: "Idle" } : { status, requestId: order?.requestId }, true);
  }

  async #begin(order: PublishOrder): Promise<void> {
    if (!isOfTheWeb(order.location)) return this.#go(order, ["Downloading", ...this.#ending(true, true)]);
    this.#running = { order, status: "Downloading" };
    this.#tell({ status: "Downloading", requestId: order.requestId }, false);
    const download = new Download(order.location);
    this.#download = download;
    const isWhole = await download.fetch({ breaksOff: this.#controls.faults.firmware === "download-failed" });
    if (this.#download !== download) return;
    this.#go(order, this.#ending(isWhole, download.md5() === order.checksum.toLowerCase()));
  }

  /** The steps after the download began. */
  #ending(isWhole: boolean, isRight: boolean): string[] {
    const { firmware } = this.#controls.faults;
    if (!isWhole || firmware === "download-failed") return ["DownloadFailed"];
    if (!isRight || firmware === "invalid-signature") return ["Downloaded", "InvalidChecksum"];
    if (firmware === "installation-failed") return ["Downloaded", "ChecksumVerified", "PublishFailed"];
    return ["Downloaded", "ChecksumVerified", "Published"];
  }

  #go(order: PublishOrder, [status, ...rest]: string[]): void {
    if (status === undefined) {
      this.#running = undefined;
      return;
    }
    this.#running = { order, status };
    const name = order.location.split("/").at(-1) ?? "";
    const location = status === "Published" ? [`http://${this.#controls.identity}.local/${name}`] : undefined;
    if (location) this.#published.add(order.checksum.toLowerCase());
    this.#tell({ status, requestId: order.requestId, ...(location && { location }) }, false);
    if (rest.length === 0) this.#running = undefined;
    else this.#controls.later(this.#controls.stepMs, () => this.#go(order, rest));
  }

  #tell(payload: JsonObject, urgent: boolean): void {
    this.#controls.post({ action: "PublishFirmwareStatusNotification", build: () => payload, urgent });
  }
}
