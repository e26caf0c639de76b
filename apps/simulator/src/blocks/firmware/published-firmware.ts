import type { Controls } from "../../charger/controls";
import type { JsonObject } from "../../json";

export type PublishOrder = { location: string; checksum: string; requestId: number };

/** Firmware that the station fetched for others behind it, by checksum. */
export class PublishedFirmware {
  #controls: Controls;
  #published = new Set<string>();
  #running: { order: PublishOrder; status: string } | undefined;

  constructor(controls: Controls) {
    this.#controls = controls;
  }

  /** False: another is being fetched. */
  publish(order: PublishOrder): boolean {
    if (this.#running) return false;
    this.#running = { order, status: "" };
    queueMicrotask(() => this.#go(order, ["Downloading", ...this.#ending()]));
    return true;
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

  /** The steps after the download began. */
  #ending(): string[] {
    const { firmware } = this.#controls.faults;
    if (firmware === "download-failed") return ["DownloadFailed"];
    if (firmware === "invalid-signature") return ["Downloaded", "InvalidChecksum"];
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
