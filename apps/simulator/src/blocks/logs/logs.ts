import type { Controls } from "../../charger/controls";
import type { Cancel } from "../../time/clock";
import { logText } from "./log-text";
import { type UploadResult, upload } from "./upload";

export type LogKind = "diagnostics" | "security" | "data-collector";

/** Where the sending of a log stands. */
export type UploadStep = "uploading" | "cancelled" | UploadResult;

export type LogOrder = {
  kind: LogKind;
  location: string;
  /** The span that is wanted, in milliseconds since 1970. */
  from: number | undefined;
  to: number | undefined;
  requestId: number | undefined;
  retries: number;
  retryMs: number;
};

export type SecurityEntry = { at: number; type: string };

type Running = { order: LogOrder; abort: AbortController; attempts: number };

/** Sends logs where the CSMS wants them, one at a time, and keeps the one about security. */
export class Logs {
  readonly securityEntries: SecurityEntry[] = [];
  #controls: Controls;
  #tell: (step: UploadStep, order: LogOrder) => void;
  #running: Running | undefined;
  #timer: Cancel | undefined;

  constructor(controls: Controls, tell: (step: UploadStep, order: LogOrder) => void) {
    this.#controls = controls;
    this.#tell = tell;
  }

  /** What is being sent now. */
  get running(): LogOrder | undefined {
    return this.#running?.order;
  }

  /** What is on its way is given up. */
  stop(): void {
    this.#running?.abort.abort();
    this.#running = undefined;
  }

  noteSecurity(type: string): void {
    this.securityEntries.push({ at: this.#controls.now(), type });
    if (this.securityEntries.length > mostSecurityEntries) this.securityEntries.shift();
  }

  /** Sends a log in the place of one that is on its way, under the name that is told. */
  begin(order: LogOrder): { fileName: string; cancelled: boolean } {
    const before = this.#running;
    before?.abort.abort();
    this.#running = { order, abort: new AbortController(), attempts: 0 };
    const at = this.#controls.now();
    const text = logText(this.#controls, order);
    const fileName = `${this.#controls.identity.replaceAll(/[^\w.-]/gu, "_")}-${order.kind}-${at}.txt`;
    // After the answer: what was on its way is told as cancelled, and the new one as begun.
    queueMicrotask(() => {
      if (before) this.#tell("cancelled", before.order);
      this.#send(fileName, text);
    });
    return { fileName, cancelled: before !== undefined };
  }

  #send(fileName: string, text: string): void {
    const running = this.#running;
    if (!running) return;
    this.#tell("uploading", running.order);
    this.#later(this.#controls.stepMs, () => void this.#upload(running, fileName, text));
  }

  async #upload(running: Running, fileName: string, text: string): Promise<void> {
    const { failedUploads } = this.#controls.faults;
    const { location, retries, retryMs } = running.order;
    const result = failedUploads ? "failed" : await upload({ location, fileName, text, signal: running.abort.signal });
    if (this.#running !== running) return;
    running.attempts += 1;
    if (result !== "uploaded" && running.attempts <= retries) {
      this.#later(retryMs, () => this.#send(fileName, text));
      return;
    }
    this.#running = undefined;
    this.#tell(result, running.order);
  }

  #later(milliseconds: number, task: () => void): void {
    this.#timer?.();
    this.#timer = this.#controls.later(milliseconds, task);
  }
}

const mostSecurityEntries = 100;
