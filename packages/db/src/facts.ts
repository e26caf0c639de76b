import type { FactNeeded, Facts } from "@chargehand/domain/facts";
import { limitKinds } from "@chargehand/domain/sessions/limit";
import { foldToken, type TokenRef } from "@chargehand/domain/vocabulary";
import { gather } from "./gather";
import type { Leases } from "./leases";
import { loadBootPolicy } from "./load-boot-policy";
import { loadChargingProfile } from "./load-charging-profile";
import { loadFirstReport } from "./load-first-report";
import { loadHoldings } from "./load-holdings";
import { findSameStarts, findSessions, type SessionName, type SessionStart } from "./load-session";
import { findConnectorTypes, findOpenSessions, findTokens } from "./load-token";
import { loadVendorRule } from "./load-vendor-rule";
import type { Queryable } from "./pool";
import { readVariable } from "./read-variable";

/** A setting of 1.6 stations that can show their drivers what it costs. */
const costDisplay = { component: "", name: "CustomDisplayCostAndPrice" };

/** Settings of stations of 2.1 that count by tariffs; where nothing is said of the second, it is on. */
const tariffCost = (name: string) => ({ component: "TariffCostCtrlr", name, instance: "Tariff" });
const isTrue = (value: string | undefined) => value?.toLowerCase() === "true";

/** Its members name limits; by which words is not agreed everywhere, so what they contain counts. */
const supportedLimits = { component: "TxCtrlr", name: "SupportedLimits" };
const limitsIn = (words: string) => limitKinds.filter((kind) => words.toLowerCase().includes(kind));

/** Fetches what a decision must know and the state in hand does not say. */
export interface FactSource {
  /** Answers at once, without a promise, what a cache or a lease already holds. */
  fetch(station: number, needed: readonly FactNeeded[]): Facts | Promise<Facts>;
  /** Forgets what is cached of all tokens; call it on a `token.changed` event. */
  forgetTokens(): void;
}

export interface FactSourceOptions {
  client: Queryable;
  leases: Leases;
  /** How long a token may be believed without asking again. */
  tokenTtlMs?: number;
}

export function createFactSource({ client, leases, tokenTtlMs = 2_000 }: FactSourceOptions): FactSource {
  const tokens = createTokenCache(client, tokenTtlMs);
  // A station asks one question at a time; a fleet that wakes up asks thousands, which cost little when asked together.
  const openSessions = gather((asked: readonly TokenRef[]) => findOpenSessions(client, asked));
  const session = gather((names: readonly SessionName[]) => findSessions(client, names));
  const sameStart = gather((starts: readonly SessionStart[]) => findSameStarts(client, starts));

  function fetchOne(station: number, need: FactNeeded): Facts | Promise<Facts> {
    switch (need.fact) {
      case "token":
        return tokens.find(need.token);
      case "open-sessions":
        return openSessions(need.token).then((ids) => ({ openSessions: ids }));
      case "connector-types":
        return findConnectorTypes(client, station).then((connectorTypes) => ({ connectorTypes }));
      case "ids":
        return takeIds(leases);
      case "session":
        return session({ station, wireId: need.wireId }).then((found) => ({ session: { found } }));
      case "same-start":
        return sameStart({ ...need, station }).then((found) => ({ sameStart: { found } }));
      case "charging-profile":
        return loadChargingProfile(client, station, need.id).then((found) => ({ chargingProfile: { found } }));
      case "held":
        return loadHoldings(client, station, need).then((held) => ({ held }));
      case "vendor-rule":
        return loadVendorRule(client, need).then((found) => ({ vendorRule: { found } }));
      case "cost-display":
        return readVariable(client, station, costDisplay).then((value) => ({
          showsCost: isTrue(value),
        }));
      case "kept-limits":
        return readVariable(client, station, supportedLimits).then((words = "") => ({ keptLimits: limitsIn(words) }));
      case "counts-tariffs":
        return Promise.all(
          ["Available", "Enabled"].map((name) => readVariable(client, station, tariffCost(name))),
        ).then(([available, enabled = "true"]) => ({ countsTariffs: isTrue(available) && isTrue(enabled) }));
      case "boot-policy":
        return loadBootPolicy(client, station).then((bootPolicy) => ({ bootPolicy }));
      case "first-report":
        return loadFirstReport(client, station, need).then((found) => ({ firstReport: { found } }));
    }
  }

  return {
    fetch(station, needed) {
      const facts = needed.map((need) => fetchOne(station, need));
      return facts.every(isAtHand) ? merged(facts) : Promise.all(facts).then(merged);
    },
    forgetTokens: tokens.forget,
  };
}

const isAtHand = (facts: Facts | Promise<Facts>): facts is Facts => !(facts instanceof Promise);

const merged = (facts: readonly Facts[]): Facts => Object.assign({}, ...facts);

function takeIds({ session, transaction }: Leases): Facts | Promise<Facts> {
  const ids = { session: session.take(), transaction: transaction.take() };
  if (ids.session !== undefined && ids.transaction !== undefined) {
    return { ids: { session: ids.session, transaction: ids.transaction } };
  }
  return (async () => ({
    ids: { session: ids.session ?? (await session.next()), transaction: ids.transaction ?? (await transaction.next()) },
  }))();
}

const mostTokens = 10_000;

function createTokenCache(client: Queryable, ttlMs: number) {
  const load = gather((tokens: readonly TokenRef[]) => findTokens(client, tokens));
  const cache = new Map<string, { until: number; facts: Facts | Promise<Facts> }>();

  return {
    find(token: TokenRef): Facts | Promise<Facts> {
      const key = `${token.kind} ${foldToken(token.value)}`;
      const now = Date.now();
      const known = cache.get(key);
      if (known && known.until > now) return known.facts;
      const entry: { until: number; facts: Facts | Promise<Facts> } = { until: now + ttlMs, facts: {} };
      const facts = load(token).then(
        (found) => (entry.facts = { token: { found } }),
        (error) => {
          cache.delete(key);
          throw error;
        },
      );
      entry.facts = facts;
      if (cache.size >= mostTokens) cache.clear();
      cache.set(key, entry);
      return facts;
    },
    forget: () => cache.clear(),
  };
}
