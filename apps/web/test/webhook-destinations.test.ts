import type { LookupAddress } from "node:dns";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { destinationOf } from "../src/server/webhooks/destination";
import { post } from "../src/server/webhooks/post";
import { openConsole, operator } from "./console";
import { openReceiver, type Receiver } from "./receiver";

let receiver: Receiver;
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

const inside = [
  "https://localhost/",
  "https://127.0.0.1/",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0x7f.0.0.1/",
  "https://017700000001/",
  "https://0177.0.0.1/",
  "https://0/",
  "https://[::1]/",
  "https://[::]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:7f00:1]/",
  "https://[::127.0.0.1]/",
  "https://[64:ff9b::127.0.0.1]/",
  "https://10.0.0.1/",
  "https://169.254.169.254/latest/meta-data",
  "https://100.64.0.1/",
  "https://[fd00::1]/",
  "https://[fe80::1]/",
  "https://１２７.０.０.１/",
  "https://127。0。0。1/",
];

const refusedAlways = [
  "http://example.org/",
  "ftp://example.org/",
  "file:///etc/passwd",
  "https://a:b@example.org/",
  "x",
];

const message = (url: string, rules: Partial<Parameters<typeof post>[1]> = {}) =>
  post({ url, headers: {}, body: "{}" }, { allowed: [], timeoutMs: 2_000, ...rules }, new AbortController().signal);

describe("nothing is sent", () => {
  it.each(inside)("to %s", async (url) => {
    const outcome = await message(url.replace(/\/$/, `:${receiver.port}/`));

    expect(outcome).toMatchObject({ is: "unanswered", error: expect.stringContaining("inside a network") });
    expect(receiver.connections()).toBe(0);
  });

  it.each(refusedAlways)("to %s", async (url) => {
    expect(destinationOf(url, [])).toMatchObject({ fault: expect.any(String) });
    expect(await message(url)).toMatchObject({ is: "unanswered" });
  });

  it.each([
    ["127.0.0.1"],
    ["10.1.2.3"],
    ["::1"],
    ["::ffff:127.0.0.1"],
    ["fd00::1"],
    // One that is outside does not excuse one that is inside.
    ["192.0.2.1", "127.0.0.1"],
    ["8.8.8.8", "169.254.169.254"],
  ])("to a name that stands for %s", async (...addresses: string[]) => {
    const outcome = await message(`https://receiver.example:${receiver.port}/`, {
      resolve: async () => addresses.map(addressOf),
    });

    expect(outcome).toMatchObject({ is: "unanswered", error: expect.stringContaining("inside a network") });
    expect(receiver.connections()).toBe(0);
  });
});

it("connects to the address that was checked, and asks for a name once", async () => {
  const asked: string[] = [];
  // A name that stands for another address each time it is asked for.
  const addresses = ["127.0.0.1", "192.0.2.1"];
  const outcome = await message(`http://receiver.lab:${receiver.port}/`, {
    allowed: [`receiver.lab:${receiver.port}`],
    resolve: async (name) => {
      asked.push(name);
      return [addressOf(addresses[asked.length - 1] ?? "")];
    },
  });

  expect(outcome).toMatchObject({ is: "answered", status: 204 });
  expect(asked).toEqual(["receiver.lab"]);
  expect(receiver.received[0]?.headers.host).toBe(`receiver.lab:${receiver.port}`);
});

it("takes a host only as exactly as it was allowed", () => {
  const allowed = ["lab:8080", "receiver.lab"];
  const isAllowed = (url: string) => !("fault" in destinationOf(url, allowed));
  expect(isAllowed("http://lab:8080/x")).toBe(true);
  expect(isAllowed("http://receiver.lab:1234/")).toBe(true);
  expect(isAllowed("http://lab:8081/")).toBe(false);
  expect(isAllowed("http://lab/")).toBe(false);
  expect(isAllowed("http://other.receiver.lab/")).toBe(false);
});

it("a person is told at once what will never be sent to", async () => {
  const house = await openConsole();
  const people = house.as(operator);
  for (const url of ["https://2130706433/", "http://example.org/", "https://[::ffff:10.0.0.1]/"]) {
    await expect(people.webhooks.create({ name: "x", url })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  }
  const { id } = await people.webhooks.create({ name: "x", url: "https://example.org/" });
  await expect(people.webhooks.change({ id, url: "https://10.0.0.1/" })).rejects.toThrow(/inside a network/);
  await house.close();
});

const addressOf = (address: string): LookupAddress => ({ address, family: address.includes(":") ? 6 : 4 });
