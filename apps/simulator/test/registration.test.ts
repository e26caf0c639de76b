import { describe, expect, it } from "vitest";
import { UpgradeRefused } from "../src/wire/line";
import { useDefault } from "./plain-csms";
import { versions, withCsms } from "./stations";

const { csms, station } = withCsms();

const now = (): string => new Date().toISOString();

describe.each(versions)("the boot of a %s station", (version) => {
  it("is repeated at the interval of the answer until it is accepted, and nothing else is said before", async () => {
    let answers = 0;
    csms().answers = (action) => {
      if (action !== "BootNotification" || ++answers > 2) return useDefault;
      return { status: answers === 1 ? "Rejected" : "Pending", currentTime: now(), interval: 0.05 };
    };
    const virtual = station({ version });
    expect(await virtual.connect()).toBe("Rejected");
    await virtual.plugIn(1);
    await virtual.ledger.waitFor((entry) => entry.kind === "acknowledged" && entry.action === "StatusNotification");
    const calls = csms().seen.flatMap(({ from, frame }) => (from === "station" && frame[0] === 2 ? [frame[2]] : []));
    expect(calls.slice(0, 4)).toEqual([
      "BootNotification",
      "BootNotification",
      "BootNotification",
      "StatusNotification",
    ]);
    expect(virtual.registration).toBe("Accepted");
  });

  it("is answered what it asks for while it is pending", async () => {
    csms().answers = (action) =>
      action === "BootNotification" ? { status: "Pending", currentTime: now(), interval: 60 } : useDefault;
    const virtual = station({ version });
    expect(await virtual.connect()).toBe("Pending");
    await csms().command("TriggerMessage", { requestedMessage: "Heartbeat" });
    await virtual.settled();
    expect(csms().calls("Heartbeat")).toHaveLength(1);
  });

  it("sets the rhythm of heartbeats", async () => {
    csms().answers = (action) =>
      action === "BootNotification" ? { status: "Accepted", currentTime: now(), interval: 0.03 } : useDefault;
    const virtual = station({ version });
    await virtual.connect();
    const acknowledged = (): number =>
      virtual.ledger.acknowledged.filter((entry) => "action" in entry && entry.action === "Heartbeat").length;
    await virtual.ledger.waitFor(() => acknowledged() >= 3);
  });

  it("tells every connector afterwards", async () => {
    const virtual = station({ version });
    await virtual.connect();
    const places = csms()
      .calls("StatusNotification")
      .map(({ connectorId, evseId }) => [evseId, connectorId]);
    const expected = {
      old: [
        [undefined, 0],
        [undefined, 1],
        [undefined, 2],
      ],
      modern: [
        [1, 1],
        [2, 1],
      ],
    };
    expect(places).toEqual(version === "1.6" ? expected.old : expected.modern);
  });
});

it("says why the door was shut, and does not come back by itself", async () => {
  csms().refuseWith = 401;
  const virtual = station();
  const refusal = await virtual.connect().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UpgradeRefused);
  expect(refusal).toMatchObject({ status: 401 });
  expect(csms().upgrades).toHaveLength(0);
});

it("keeps trying in the field until the door opens", async () => {
  csms().refuseWith = 503;
  const virtual = station();
  virtual.run();
  const refusals = (): number => virtual.ledger.entries.filter(({ kind }) => kind === "refused").length;
  await virtual.ledger.waitFor(() => refusals() >= 3);
  csms().refuseWith = undefined;
  await virtual.ledger.waitFor((entry) => entry.kind === "acknowledged" && entry.action === "BootNotification");
});

it("leaves nothing behind when it is taken away", async () => {
  const virtual = station();
  await virtual.connect();
  const closed = new Promise((resolve) => csms().newest.once("close", resolve));
  virtual.stop();
  expect(await closed).toBe(1000);
  expect(virtual.online).toBe(false);
});
