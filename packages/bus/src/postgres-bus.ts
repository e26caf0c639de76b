import type { Bus } from "./bus";

export interface PostgresBusOptions {
  url: string;
  /** Told when the connection is lost or back; the bus reconnects by itself. */
  onConnection?(up: boolean, error?: Error): void;
}

/** The bus over LISTEN and NOTIFY, on a connection of its own, outside every transaction. */
export declare function createPostgresBus(options: PostgresBusOptions): Promise<Bus>;
