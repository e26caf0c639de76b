import type { Command } from "@chargehand/domain/command";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./harness";
import { withOrders } from "./with-orders";

const orders = withOrders();
let elsewhere: TestGateway;
beforeAll(async () => {
  elsewhere = await startTestGateway({ UNKNOWN_STATIONS: "accept" });
});
afterAll(() => elsewhere.stop());

const priority = { component: "OCPPCommCtrlr", name: "NetworkConfigurationPriority" };
const prefer: Command = { type: "write-variables", writes: [{ variable: priority, value: "1,0" }] };
const profile = { securityProfile: 0, link: "wired-0", timeoutSeconds: 30 } as const;

describe.each(["2.0.1", "2.1"] as const)("a station of %s that is moved to another network", (version) => {
  it("is told the way, is emptied, prefers the way, restarts, and boots there", async () => {
    const identity = `MOVE-${version}`;
    const station = await orders.station(identity, version, { rebootMs: 50 });
    const way = { ...profile, url: elsewhere.url };
    await orders.done(identity, { type: "set-network-profile", slot: 1, profile: way });
    expect(await orders.held(identity, "network-profile")).toEqual({ 1: way });

    await orders.done(identity, { type: "set-availability", operative: false });
    const asked = await orders.done(identity, { type: "ask-transaction-status" });
    await orders.becomes(asked, { detail: null });
    await orders.done(identity, prefer, { answer: "reboot-required" });
    await orders.give(identity, { type: "reset", when: "idle" });

    await waitFor(async () => (await elsewhere.events(identity)).some(({ type }) => type === "station.booted"), {
      what: "the boot in the other network",
    });
    await waitFor(() => station.registration === "Accepted", { what: "the station to be accepted there" });
  });

  it("keeps its way where the new one is refused, and says so", async () => {
    const identity = `STAY-${version}`;
    await orders.station(identity, version);
    // The slot it came by cannot be written while it stands on it.
    const refused = { type: "set-network-profile", slot: 0, profile: { ...profile, url: elsewhere.url } } as const;
    await orders.done(identity, refused, { answer: "rejected", detail: "PriorityNetworkConf" });
    expect(await orders.held(identity, "network-profile")).toEqual({});
  });

  it("is followed by its boot where both ways lead here", async () => {
    const identity = `HERE-${version}`;
    await orders.station(identity, version, { rebootMs: 50 });
    const url = orders.gateway().url.replace("127.0.0.1", "localhost");
    await orders.done(identity, { type: "set-network-profile", slot: 1, profile: { ...profile, url } });
    await orders.done(identity, prefer, { answer: "reboot-required" });
    await orders.done(identity, { type: "reset", when: "now" });
    const boots = (await orders.gateway().events(identity)).filter(({ type }) => type === "station.booted");
    expect(boots).toHaveLength(2);
  });
});

describe("a station of 1.6", () => {
  it("has no slots for ways to a network, and the command says so", async () => {
    await orders.station("MOVE-1.6", "1.6");
    const command = { type: "set-network-profile", slot: 1, profile: { ...profile, url: elsewhere.url } } as const;
    const detail = expect.stringContaining("no slots");
    await orders.done("MOVE-1.6", command, { answer: "unsupported", detail });
  });
});
