import type { SessionTariff } from "./tariff";

/** What a session used. */
export interface Used {
  energyWh?: number;
  seconds: number;
  /** How much of that earlier tariffs have counted, and what it came to. */
  before?: { energyWh?: number; seconds: number; total: string };
}

/** What it costs: decimal texts with the currency's own digits. The total is the sum of the lines as they are shown. */
export interface Cost {
  currency: string;
  total: string;
  /** By the tariffs that counted before this one. */
  before?: string;
  energy?: string;
  time?: string;
  session?: string;
}

/** Computes what a session costs; undefined where energy has a price and nobody knows how much there was. */
export function costOf(tariff: SessionTariff, { before, ...used }: Used): Cost | undefined {
  if (before) return costAfter(tariff, used, before);
  const { energyWh, seconds } = used;
  const { currency, perKwh, perMinute, perSession } = tariff;
  if (perKwh !== undefined && energyWh === undefined) return undefined;
  const digits = digitsOf(currency);
  const energy = perKwh && line(perKwh, BigInt(Math.round((energyWh ?? 0) * 1000)), 1_000_000n, digits);
  const time = perMinute && line(perMinute, BigInt(Math.round(Math.max(0, seconds) * 1000)), 60_000n, digits);
  const session = perSession && line(perSession, 1n, 1n, digits);
  const total = [energy, time, session].reduce<bigint>((sum, each) => sum + (each || 0n), 0n);
  const text = (amount: bigint | "" | undefined) => (typeof amount === "bigint" ? decimal(amount, digits) : undefined);
  return { currency, total: decimal(total, digits), energy: text(energy), time: text(time), session: text(session) };
}

/** A tariff that comes later counts what comes later. Its fee is not taken: that is paid once, when a session begins. */
function costAfter(
  { perSession: _, ...tariff }: SessionTariff,
  { energyWh, seconds }: Used,
  { energyWh: energyBefore, seconds: secondsBefore, total: before }: NonNullable<Used["before"]>,
): Cost | undefined {
  const cost = costOf(tariff, {
    // Where it was not known before, none of it was paid before.
    energyWh: energyWh && energyWh - (energyBefore ?? 0),
    seconds: seconds - secondsBefore,
  });
  if (!cost) return undefined;
  const digits = digitsOf(tariff.currency);
  const sum = line(before, 1n, 1n, digits) + line(cost.total, 1n, 1n, digits);
  return { ...cost, before, total: decimal(sum, digits) };
}

/** The price of an hour, from that of a minute. */
export function hourly(perMinute: string): string {
  const millionths = toMillionths(perMinute) * 60n;
  return `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(priceDigits, "0")}`;
}

/** Digits after the point of a currency: two of most, none of the yen. */
function digitsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

const priceDigits = 6;

/** A price times a quantity that is counted in parts of its unit, in the currency's smallest coin, halves going up. */
function line(price: string, quantity: bigint, partsOfUnit: bigint, digits: number): bigint {
  const millionths = toMillionths(price);
  const divisor = partsOfUnit * 10n ** BigInt(priceDigits - digits);
  return (2n * millionths * quantity + divisor) / (2n * divisor);
}

function toMillionths(price: string): bigint {
  const [whole = "0", fraction = ""] = price.split(".");
  return BigInt(whole + fraction.padEnd(priceDigits, "0").slice(0, priceDigits));
}

function decimal(amount: bigint, digits: number): string {
  if (digits === 0) return String(amount);
  const text = String(amount).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
