import { expect, it } from "vitest";
import { connectRaw } from "../src/raw-client";
import { UpgradeRefused } from "../src/wire/line";
import { withCsms } from "./stations";

const { csms } = withCsms();

it("sends any text, and hands out each frame once", async () => {
  const client = await connectRaw({ url: `${csms().url}/RAW`, protocols: ["ocpp2.1"] });
  expect(client.protocol).toBe("ocpp2.1");
  expect(await client.call("Heartbeat", {}, "m1")).toMatchObject([3, "m1", {}]);
  client.send('[2,"m2","Heartbeat",{}]');
  client.send('[2,"m3","Heartbeat",{}]');
  expect(await client.next({ fits: (text) => text.includes("m3") })).toContain("m3");
  expect(await client.next()).toContain("m2");
  await expect(client.next({ timeoutMs: 20 })).rejects.toThrow("no fitting frame");
  expect(client.received).toHaveLength(3);
  client.close();
});

it("tells how the line ended, also to those who wait", async () => {
  const client = await connectRaw({ url: `${csms().url}/RAW` });
  const waiting = client.next();
  csms().newest.close(1008, "enough");
  await expect(waiting).rejects.toThrow("1008 enough");
  expect(await client.closed).toEqual({ code: 1008, reason: "enough" });
});

it("tells how the door was shut", async () => {
  csms().refuseWith = 404;
  const refusal = await connectRaw({ url: `${csms().url}/RAW` }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UpgradeRefused);
  expect(refusal).toMatchObject({ status: 404 });
});
