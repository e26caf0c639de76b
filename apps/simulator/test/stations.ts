import { afterEach, beforeEach } from "vitest";
import { VirtualStation } from "../src/station";
import type { StationOptions } from "../src/station-options";
import { PlainCsms } from "./plain-csms";

/** A fresh counterpart for each test of a file, and stations that are taken away afterwards. */
export function withCsms() {
  const stations: VirtualStation[] = [];
  const held: { csms?: PlainCsms } = {};

  beforeEach(async () => {
    held.csms = await PlainCsms.start();
  });
  afterEach(async () => {
    for (const station of stations.splice(0)) station.stop();
    await held.csms?.stop();
  });

  const csms = (): PlainCsms => {
    if (!held.csms) throw new Error("the counterpart stands only within a test");
    return held.csms;
  };
  const station = (options: Partial<StationOptions> = {}): VirtualStation => {
    const made = new VirtualStation({
      identity: "CS-1",
      version: "2.0.1",
      url: csms().url,
      rebootMs: 20,
      speed: 600,
      ...options,
      settings: { backOffMinimumMs: 20, backOffRandomMs: 0, ...options.settings },
    });
    stations.push(made);
    return made;
  };
  return { csms, station };
}

export const versions = ["1.6", "2.0.1", "2.1"] as const;
