import { afterEach, expect } from "vitest";
import type { Version } from "../../src/dialects/dialect";
import type { VirtualStation } from "../../src/station";
import { checkConversation } from "../in-schema";
import { withCsms } from "../stations";

/** Stations and their counterpart; after each test, whatever the station said was right by its version's schemas. */
export function withBlocks() {
  const { csms, station } = withCsms();
  afterEach(() => {
    const spoken = csms().upgrades[0]?.protocol.replace("ocpp", "");
    const version = (["1.6", "2.0.1", "2.1"] as const).find((one) => one === spoken) ?? "2.1";
    const { violations } = checkConversation(csms().seen, version);
    expect(violations.filter((text) => text.startsWith("station"))).toEqual([]);
  });

  /** Asks the newest station and hands out what its answer carries. An error in its place fails the test. */
  const ask = async (action: string, payload: object): Promise<Record<string, unknown>> => {
    const [type, , result] = await csms().command(action, payload);
    expect(type).toBe(3);
    return typeof result === "object" && result !== null ? { ...result } : {};
  };
  /** The code of the error that answers this. */
  const codeFor = async (action: string, payload: object): Promise<unknown> => {
    const [type, , code] = await csms().command(action, payload);
    return type === 4 ? code : undefined;
  };
  /** What each message of an action carried under one name, once so many have come. */
  const heard = async (action: string, times = 1): Promise<Record<string, unknown>[]> => {
    await expect.poll(() => csms().calls(action).length).toBeGreaterThanOrEqual(times);
    return csms().calls(action);
  };
  return { csms, station, ask, codeFor, heard };
}

/** A station with a car that charges at EVSE 1. */
export async function charging(virtual: VirtualStation): Promise<VirtualStation> {
  await virtual.connect();
  await virtual.plugIn(1);
  await virtual.presentToken(1, "TAG1");
  return virtual;
}

/** The spelling of a payload that makes no sense. */
export const malformed: Record<Version, string> = {
  "1.6": "FormationViolation",
  "2.0.1": "FormatViolation",
  "2.1": "FormatViolation",
};
