import { describe, expect, it } from "vitest";
import { versions } from "./harness";
import { withOrders } from "./with-orders";

const { done, gateway, held, station } = withOrders();

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const guest = { value: "GUEST", kind: "central" };

describe.each(versions)("a reservation at a station of %s", (version) => {
  const old = version === "1.6";

  it("is held once it was accepted, proven by the connector, and used by the session of its driver", async () => {
    const identity = `RESERVE-${version}`;
    const virtual = await station(identity, version);
    const until = inMinutes(30);
    const number = await done(identity, { type: "reserve", token: guest, evse: 1, until });
    expect(await held(identity, "reservation")).toEqual({
      [number]: {
        token: { value: "GUEST", kind: old ? "unknown" : "central" },
        place: old ? { evse: 1, connector: 1 } : { evse: 1 },
        expiresAt: until,
      },
    });

    await virtual.presentToken(1, "GUEST");
    await virtual.plugIn(1);
    expect(
      await gateway().row(
        `SELECT x.reservation_id FROM session x JOIN station s ON s.id = x.station_id
         WHERE s.identity = $1 AND x.reservation_id IS NOT NULL`,
        identity,
      ),
    ).toEqual({ reservation_id: number });
    expect(await held(identity, "reservation")).toEqual({});
    expect((await gateway().events(identity)).filter(({ type }) => type === "holdings.changed")).toHaveLength(2);
  });

  it("for any connector is cancelled, and is held no longer", async () => {
    const identity = `CANCEL-${version}`;
    await station(identity, version);
    // One that names no connector shows nowhere, so the answer is all there is.
    const number = await done(
      identity,
      { type: "reserve", token: guest, until: inMinutes(30) },
      { answer: "accepted", proof: "none" },
    );
    expect(Object.keys(await held(identity, "reservation"))).toEqual([String(number)]);
    await done(identity, { type: "cancel-reservation", reservation: number });
    expect(await held(identity, "reservation")).toEqual({});
  });

  it("that the station refuses is not held, and neither is one that it does not know", async () => {
    const identity = `REFUSED-${version}`;
    await station(identity, version);
    await done(
      identity,
      { type: "reserve", token: guest, evse: 1, until: new Date(Date.now() - 60_000).toISOString() },
      { answer: "rejected", proof: "none" },
    );
    await done(identity, { type: "cancel-reservation", reservation: 99 }, { answer: "rejected", proof: "none" });
    expect(await held(identity, "reservation")).toEqual({});
  });

  it("whose time has passed is held no longer, whether or not the station says so", async () => {
    const identity = `EXPIRED-${version}`;
    const silent = await gateway().boot(identity, version);
    const { id } = await gateway().row<{ id: number }>("SELECT id FROM station WHERE identity = $1", identity);
    const hold = (number: number, until: string) =>
      gateway().rows(
        "INSERT INTO holding (station_id, kind, key, value, at) VALUES ($1, 'reservation', $2, $3, now())",
        id,
        String(number),
        JSON.stringify({ token: guest, expiresAt: until }),
      );
    await hold(1, inMinutes(-1));
    await hold(2, inMinutes(30));
    await expect.poll(async () => Object.keys(await held(identity, "reservation")), { timeout: 8_000 }).toEqual(["2"]);
    expect((await gateway().events(identity)).at(-1)).toEqual({ type: "holdings.changed", kinds: ["reservation"] });
    silent.close();
  });

  if (old) return; // A station of 1.6 has no message that gives a reservation up.

  it("that the station gives up is held no longer", async () => {
    const identity = `REMOVED-${version}`;
    const virtual = await station(identity, version);
    await done(identity, { type: "reserve", token: guest, evse: 1, until: inMinutes(30) });
    await done(identity, { type: "set-availability", operative: false, evse: 1, connector: 1 });
    await virtual.settled();
    expect(await held(identity, "reservation")).toEqual({});
  });
});
