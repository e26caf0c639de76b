import { describe, expect, it } from "vitest";
import { versions } from "./harness";
import { withOrders } from "./with-orders";

const { becomes, done, gateway, give, held, station } = withOrders();

const welcome = { text: "Welcome", format: "utf8", priority: "normal-cycle", language: "en" } as const;

describe.each(["2.0.1", "2.1"] as const)("the display of a station of %s", (version) => {
  it("shows a message, which is proven by reading it back, and shows it no longer once it was cleared", async () => {
    const identity = `SHOW-${version}`;
    await station(identity, version);
    const number = await done(identity, { type: "show-message", message: { ...welcome, state: "idle" } });
    expect(await held(identity, "display-message")).toEqual({
      [number]: { ...welcome, state: "idle" },
    });
    await becomes(number, { evidence: "read back, as written" });

    // The same number takes the place of the first (O06).
    await done(identity, { type: "show-message", message: { ...welcome, text: "Hello" }, replaces: number });
    expect(await held(identity, "display-message")).toEqual({ [number]: { ...welcome, text: "Hello" } });

    await done(identity, { type: "clear-message", message: number });
    expect(await held(identity, "display-message")).toEqual({});
  });

  it("has one message that is always in front, the newest", async () => {
    const identity = `FRONT-${version}`;
    await station(identity, version);
    const front = { ...welcome, priority: "always-front" } as const;
    await done(identity, { type: "show-message", message: front });
    const second = await done(identity, { type: "show-message", message: { ...front, text: "Newer" } });
    expect(Object.keys(await held(identity, "display-message"))).toEqual([String(second)]);
  });

  it("is read whole, in parts, and what it does not name is held no longer", async () => {
    const identity = `READ-${version}`;
    await station(identity, version);
    for (let count = 0; count < 10; count++) await done(identity, { type: "show-message", message: welcome });
    await gateway().rows(
      `INSERT INTO holding (station_id, kind, key, value, at)
       SELECT id, 'display-message', '999999', $2, now() FROM station WHERE identity = $1`,
      identity,
      JSON.stringify(welcome),
    );
    await done(identity, { type: "read-messages" });
    const kept = Object.keys(await held(identity, "display-message"));
    expect(kept).toHaveLength(10);
    expect(kept).not.toContain("999999");
  });

  it("has none when it says so", async () => {
    const identity = `NONE-${version}`;
    await station(identity, version);
    await gateway().rows(
      `INSERT INTO holding (station_id, kind, key, value, at)
       SELECT id, 'display-message', '5', $2, now() FROM station WHERE identity = $1`,
      identity,
      JSON.stringify(welcome),
    );
    await done(identity, { type: "read-messages" });
    expect(await held(identity, "display-message")).toEqual({});
  });

  it("forgets what was meant for a session when that has ended", async () => {
    const identity = `DRIVER-${version}`;
    const virtual = await station(identity, version);
    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG1");
    const { wire_id: session } = await gateway().row<{ wire_id: string }>(
      "SELECT wire_id FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1",
      identity,
    );
    const number = await done(identity, { type: "show-message", message: welcome, session });
    expect(await held(identity, "display-message")).toEqual({ [number]: { ...welcome, session } });
    await virtual.unplug(1);
    await expect.poll(() => held(identity, "display-message"), { timeout: 8_000 }).toEqual({});
  });

  it("that reads back something else is not proven", async () => {
    const identity = `LIAR-${version}`;
    const liar = await gateway().boot(identity, version);
    const number = await give(identity, { type: "show-message", message: welcome });
    const call = async () => {
      const [, id, action, payload] = JSON.parse(await liar.next({ fits: (text) => text.startsWith("[2,") }));
      return { id, action, payload };
    };
    const set = await call();
    expect(set).toMatchObject({ action: "SetDisplayMessage", payload: { message: { id: number } } });
    liar.send(JSON.stringify([3, set.id, { status: "Accepted" }]));
    const read = await call();
    expect(read).toMatchObject({ action: "GetDisplayMessages", payload: { id: [number] } });
    liar.send(JSON.stringify([3, read.id, { status: "Accepted" }]));
    await liar.call("NotifyDisplayMessages", {
      requestId: read.payload.requestId,
      messageInfo: [{ id: number, priority: "NormalCycle", message: { format: "UTF8", content: "Buy now" } }],
    });
    await becomes(number, { proof: "unproven", evidence: "accepted, not effective: it reads “Buy now”" });
    liar.close();
  });
});

it("in 1.6 there are no words for a display", async () => {
  await station("DISPLAY-1.6", "1.6");
  await done("DISPLAY-1.6", { type: "show-message", message: welcome }, { answer: "unsupported" });
});

describe.each(versions)("messages of a station of %s that are its vendor's own", (version) => {
  const say = async (identity: string, payload: object) => {
    const client = await gateway().boot(identity, version);
    const answers = [];
    for (const each of [payload, payload]) answers.push((await client.call("DataTransfer", each))[2]);
    client.close();
    return answers;
  };

  it("are counted and kept, and answered as unknown where no rule says otherwise", async () => {
    const identity = `VENDOR-${version}`;
    const data = version === "1.6" ? "42" : { degrees: 42 };
    const unknown = { status: "UnknownVendorId" };
    expect(await say(identity, { vendorId: "com.wattle", messageId: "Temperature", data })).toEqual([unknown, unknown]);
    expect(
      await gateway().row(
        `SELECT h.vendor, message, count, last_data FROM vendor_message_heard h JOIN station s ON s.id = h.station_id
         WHERE identity = $1`,
        identity,
      ),
    ).toEqual({
      vendor: "com.wattle",
      message: "Temperature",
      count: 2,
      last_data: version === "1.6" ? "42" : '{"degrees":42}',
    });
    expect((await gateway().events(identity)).filter(({ type }) => type === "vendor.message")).toHaveLength(2);
  });

  it("are answered by their rule, and those without one of a vendor we know are unknown messages", async () => {
    await gateway().rows(
      `INSERT INTO vendor_message (vendor, message, name, answer, reply) VALUES ($1, 'Park', 'Parking', 'accepted', $2)`,
      `com.park-${version}`,
      '{"free":3}',
    );
    const vendorId = `com.park-${version}`;
    const reply = version === "1.6" ? '{"free":3}' : { free: 3 };
    expect(await say(`RULE-${version}`, { vendorId, messageId: "Park" })).toEqual([
      { status: "Accepted", data: reply },
      { status: "Accepted", data: reply },
    ]);
    expect((await say(`RULE-${version}`, { vendorId, messageId: "Fly" }))[0]).toEqual({ status: "UnknownMessageId" });
  });

  it("go the other way as well", async () => {
    const identity = `TELL-${version}`;
    const client = await gateway().boot(identity, version);
    const number = await give(identity, { type: "data-transfer", vendor: "com.wattle", message: "Blink", data: "3x" });
    const [, id, action, payload] = JSON.parse(await client.next({ fits: (text) => text.startsWith("[2,") }));
    expect({ action, payload }).toEqual({
      action: "DataTransfer",
      payload: { vendorId: "com.wattle", messageId: "Blink", data: "3x" },
    });
    client.send(JSON.stringify([3, id, { status: "UnknownVendorId" }]));
    await becomes(number, { answer: "unsupported", detail: "UnknownVendorId", proof: "none" });
    client.close();
  });
});
