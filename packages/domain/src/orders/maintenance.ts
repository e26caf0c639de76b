import type { MonitoringBase, MonitorKind } from "../maintenance/monitor";
import type { VariableRef } from "../variable";
import type { TokenRef } from "../vocabulary";

/** The logs that a station can be asked for. */
export const logKinds = ["diagnostics", "security"] as const;
export type LogKind = (typeof logKinds)[number];

/** What an operator can tell a station to look after it. */
export type MaintenanceCommand =
  /** It is sent to our own file store; times are text, as commands are kept as JSON. */
  | { type: "read-log"; log: LogKind; from?: string; until?: string }
  | FirmwareUpdate
  | FirmwarePublication
  | { type: "unpublish-firmware"; checksum: string }
  | { type: "read-monitors" }
  /** With a number, the monitor of that number is changed. */
  | { type: "set-monitor"; id?: number; variable: VariableRef; kind: MonitorKind; value: number; severity: number }
  | { type: "clear-monitors"; monitors: number[] }
  | { type: "set-monitoring-base"; base: MonitoringBase }
  /** What is less severe than this is not told any more: 0 is danger, 9 is for debugging. */
  | { type: "set-monitoring-level"; severity: number }
  | { type: "ask-customer-information"; about: Customer; report: boolean; clear: boolean }
  | { type: "read-streams" }
  | { type: "adjust-stream"; stream: number; intervalSeconds?: number; values?: number };

/** New firmware. With a signature and its certificate, the station checks it before installing. */
export interface FirmwareUpdate {
  type: "update-firmware";
  /** From an address of the web; or else an image of our library, which brings where it lies, its version and its signature. */
  location?: string;
  image?: number;
  /** Of an image's signature the station is told nothing: older ones know only the plain update. */
  unsigned?: boolean;
  /** What the station is to say that it runs, once it has booted: where it is known, nothing else is proof. */
  version?: string;
  retrieveAt: string;
  installAt?: string;
  retries?: number;
  retrySeconds?: number;
  signature?: string;
  certificate?: string;
}

/** Firmware that a local controller fetches once, and holds ready for the stations behind it. */
export interface FirmwarePublication {
  type: "publish-firmware";
  /** From an address of the web; or else an image of our library, which brings where it lies and its checksum. */
  location?: string;
  image?: number;
  /** MD5 of the file, in hexadecimal: by it the controller knows the firmware, also when it is taken back. */
  checksum?: string;
  retries?: number;
  retrySeconds?: number;
}

/** By what a station is asked for what it knows of a customer: exactly one of three. */
export type Customer = { token: TokenRef } | { customer: string } | { certificate: CertificateHash };

/** A certificate by its hashes, in hexadecimal. */
export interface CertificateHash {
  algorithm: "SHA256" | "SHA384" | "SHA512";
  issuerName: string;
  issuerKey: string;
  serialNumber: string;
}
