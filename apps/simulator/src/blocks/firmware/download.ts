import { createHash } from "node:crypto";
import { checkSignature, type SignatureCheck } from "@chargehand/files/signature-check";

export type Signing = { signature: string; certificate: string };

/** Whether a station of software can fetch this: other places are taken as reached, for it stands for many that speak more. */
export const isOfTheWeb = (location: string): boolean => /^https?:\/\//iu.test(location) && URL.canParse(location);

/**
 * A file that is fetched piece by piece, looked at as it passes, and not kept: a fleet has no disk. What broke off is
 * fetched on from there, if it is still the same file.
 */
export class Download {
  #location: string;
  #signing: Signing | undefined;
  #received = 0;
  #etag: string | undefined;
  #md5 = createHash("md5");
  #signature: SignatureCheck | undefined;
  #head = "";
  #gone = new AbortController();

  constructor(location: string, signing?: Signing) {
    this.#location = location;
    this.#signing = signing;
  }

  /** Nobody wants it any more. */
  abort(): void {
    this.#gone.abort();
  }

  /** Fetches what is missing; true once the whole is here. To order it breaks off in the middle. */
  async fetch({ breaksOff }: { breaksOff: boolean }): Promise<boolean> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), patienceMs);
    try {
      const resumed = this.#received > 0 && this.#etag !== undefined;
      const headers: Record<string, string> = resumed
        ? { range: `bytes=${this.#received}-`, "if-range": this.#etag ?? "" }
        : {};
      const signal = AbortSignal.any([this.#gone.signal, silence.signal]);
      const response = await fetch(this.#location, { headers, signal });
      if (response.status !== 206) this.#beginAnew();
      if (!response.ok || !response.body) return false;
      this.#etag = response.headers.get("etag") ?? undefined;
      const whole = this.#received + Number(response.headers.get("content-length") ?? Number.NaN);
      for await (const piece of response.body) {
        timer.refresh();
        this.#take(piece);
        if (breaksOff) return false;
      }
      return Number.isNaN(whole) || this.#received === whole;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /** In hexadecimal, as those who publish firmware are told it. */
  md5(): string {
    return this.#md5.copy().digest("hex");
  }

  isGenuine(): boolean {
    return this.#signature?.fits() ?? true;
  }

  /** The version that the file itself tells in a line at its head: `firmware-version: 2.7.0`. */
  version(): string | undefined {
    return /^firmware-version:[ \t]*(\S+)/mu.exec(this.#head)?.[1];
  }

  #beginAnew(): void {
    this.#received = 0;
    this.#head = "";
    this.#md5 = createHash("md5");
    this.#signature = this.#signing && checkSignature(this.#signing);
  }

  #take(piece: Uint8Array): void {
    this.#received += piece.length;
    this.#md5.update(piece);
    this.#signature?.update(piece);
    if (this.#head.length < headLength) this.#head += Buffer.from(piece.subarray(0, headLength)).toString("latin1");
  }
}

const headLength = 512;
const patienceMs = 30_000;
