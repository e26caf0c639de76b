import { createWriteStream, type WriteStream } from "node:fs";

/** Ledgers of many stations as one file of NDJSON. */
export class LedgerFile {
  #stream: WriteStream;

  constructor(path: string) {
    this.#stream = createWriteStream(path, { flags: "a" });
  }

  readonly write = (line: string): void => {
    this.#stream.write(line);
  };

  /** Resolves when everything is on disk. */
  close(): Promise<void> {
    return new Promise((resolve) => this.#stream.end(resolve));
  }
}
