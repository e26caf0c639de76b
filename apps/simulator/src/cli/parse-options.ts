import { readFileSync } from "node:fs";
import { InvalidArgumentError } from "commander";
import { z } from "zod";
import type { Version } from "../dialects/dialect";
import { type Faults, firmwareFaults, noFaults } from "../wire/faults";

export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError("a whole number is wanted");
  return count;
}

export function parsePositive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("a number above 0 is wanted");
  return value;
}

export function parseVersion(text: string): Version {
  const parsed = version.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError("1.6, 2.0.1 or 2.1 is wanted");
  return parsed.data;
}

export function parseVersions(text: string): Version[] {
  return text.split(",").map((part) => parseVersion(part.trim()));
}

export function parseUrl(text: string): string {
  if (!/^wss?:\/\/\S+$/u.test(text))
    throw new InvalidArgumentError("an address such as ws://localhost:9000/ocpp is wanted");
  return text;
}

/** Adds one `name=value` to the faults collected so far. */
export function parseFault(text: string, before: Partial<Faults>): Partial<Faults> {
  const [name = "", value = ""] = text.split("=", 2);
  const read = readers[name];
  if (!read) throw new InvalidArgumentError(`one of ${Object.keys(readers).join(", ")} is wanted`);
  return { ...before, ...read(value) };
}

/** A file of secrets: a JSON object by identity, or lines of `identity:secret`. */
export function readSecrets(path: string): Map<string, string> {
  const text = readFileSync(path, "utf8").trim();
  if (text.startsWith("{")) return new Map(Object.entries(secrets.parse(JSON.parse(text))));
  const lines = text.split("\n").filter((line) => line.includes(":"));
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]),
  );
}

const version = z.enum(["1.6", "2.0.1", "2.1"]);
const secrets = z.record(z.string(), z.string());

const actions = (value: string): ReadonlySet<string> | "all" =>
  value === "" || value === "all" ? "all" : new Set(value.split(","));

const readers: Record<string, ((value: string) => Partial<Faults>) | undefined> = {
  duplicate: (value) => ({ duplicate: chance(value) }),
  reorder: (value) => ({ reorder: chance(value) }),
  reject: (value) => ({ reject: actions(value) }),
  error: (value) => ({ error: actions(value) }),
  unsupported: (value) => ({ unsupported: actions(value) }),
  "never-answer": (value) => ({ neverAnswer: actions(value) }),
  "slow-answers": (value) => ({ slowAnswers: parsePositive(value) }),
  "clock-skew": (value) => ({ clockSkew: Number(value) || noFaults.clockSkew }),
  "drop-every": (value) => ({ dropEvery: parsePositive(value) }),
  "never-pong": () => ({ neverPong: true }),
  "frozen-clock": () => ({ frozenClock: true }),
  "jammed-lock": () => ({ jammedLock: true }),
  firmware: (value) => ({ firmware: firmwareFault(value) }),
  "failed-uploads": () => ({ failedUploads: true }),
};

function firmwareFault(value: string): Faults["firmware"] {
  const fault = firmwareFaults.find((known) => known === value);
  if (!fault) throw new InvalidArgumentError(`one of ${firmwareFaults.join(", ")} is wanted`);
  return fault;
}

function chance(value: string): number {
  const probability = Number(value);
  if (!(probability >= 0 && probability <= 1)) throw new InvalidArgumentError("a chance between 0 and 1 is wanted");
  return probability;
}
