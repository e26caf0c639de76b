import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { connectRaw, type RawClientOptions } from "@chargehand/simulator/raw-client";
import { UpgradeRefused } from "@chargehand/simulator/wire/line";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootPayload, secret, startTestGateway, type TestGateway } from "./harness";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ UNKNOWN_STATIONS: "refuse" });
});
afterAll(() => gateway.stop());

/** The status an upgrade is refused with, and the row an operator finds of it. */
async function refusal(path: string, options: Partial<RawClientOptions> = {}) {
  const [before] = await gateway.rows<{ id: number }>("SELECT coalesce(max(id), 0) AS id FROM refusal");
  const error = await connectRaw({ url: `${gateway.url}${path}`, ...options }).catch((thrown: unknown) => thrown);
  if (!(error instanceof UpgradeRefused)) throw new Error("the upgrade was not refused");
  const row = await gateway.row<{ reason: string; detail: string; status: number; identity: string | null }>(
    // An earlier refusal may still be on its way to its row; this one says there what it said to the station.
    "SELECT reason, detail, status, identity FROM refusal WHERE id > $1 AND detail = $2",
    before?.id,
    error.body.trim(),
  );
  expect(error.status).toBe(row.status);
  return { ...row, headers: error.headers };
}

const basic = (user: string, password: string | Buffer) => ({ basic: { user, password } });

describe("the path", () => {
  it.each([
    ["no identity", "", 400, "no-identity"],
    ["only slashes", "///", 400, "no-identity"],
    ["a broken escape", "/%zz", 400, "bad-escape"],
    ["a control character", "/a%00b", 400, "bad-character"],
    ["300 characters", `/${"x".repeat(300)}`, 400, "too-long"],
    ["a name nobody knows", "/NOBODY", 404, "unknown-station"],
    ["another folder", "/../steve/CS-1", 404, "wrong-path"],
  ])("with %s is refused, and the operator reads why", async (_what, path, status, reason) => {
    expect(await refusal(path)).toMatchObject({ status, reason });
  });

  it.each(["/SLASH/", "//SLASH", "/SLASH/SLASH", "/tenant/SLASH?x=1", "/slash"])(
    "%s is the station SLASH",
    async (path) => {
      await gateway.addStation("SLASH").catch(() => undefined);
      const station = await connectRaw({ url: `${gateway.url}${path}` });
      expect((await station.call("BootNotification", bootPayload("1.6")))[2]).toMatchObject({ status: "Accepted" });
      expect(await gateway.rows("SELECT 1 FROM station WHERE identity_folded = 'slash'")).toHaveLength(1);
      station.close();
    },
  );

  it("finds a name by its letters' case only when one station is meant", async () => {
    await gateway.addStation("Twin");
    await gateway.addStation("TWIN");
    expect(await refusal("/twin")).toMatchObject({ reason: "unknown-station" });
    (await connectRaw({ url: `${gateway.url}/Twin` })).close();
  });

  it("carries any character once escaped", async () => {
    for (const identity of ["RDAM|123", "with space", "a/b", "plus+", "100%", "Säule 7"]) {
      const station = await gateway.boot(identity, "1.6");
      await gateway.row("SELECT 1 FROM station WHERE identity = $1 AND connected", identity);
      station.close();
    }
  });
});

describe("the subprotocol", () => {
  beforeAll(async () => {
    await gateway.addStation("PROTO");
    await gateway.addStation("ASSUMED", { assumedVersion: "1.6" });
  });

  it.each([
    [["ocpp1.6"], "ocpp1.6"],
    [["ocpp2.1", "ocpp2.0.1", "ocpp1.6"], "ocpp2.1"],
    [["ocpp1.6", "ocpp2.1"], "ocpp1.6"],
    [["ocpp1.5", "soap", "ocpp2.0.1"], "ocpp2.0.1"],
    [["OCPP1.6"], "OCPP1.6"],
  ])("offered %o becomes %s", async (protocols, chosen) => {
    const station = await gateway.connect("PROTO", "1.6", { protocols });
    expect(station.protocol).toBe(chosen);
    station.close();
  });

  it.each([
    [[], "no-subprotocol"],
    [["ocpp2.0"], "subprotocol"],
    [["mqtt", "ocpp1.5"], "subprotocol"],
  ])("offered %o is refused", async (protocols, reason) => {
    expect(await refusal("/PROTO", { protocols })).toMatchObject({ status: 400, reason });
  });

  it("may be left out by a station whose version is assumed", async () => {
    const station = await gateway.connect("ASSUMED", "1.6", { protocols: [] });
    expect(station.protocol).toBe("");
    expect((await station.call("BootNotification", bootPayload("1.6")))[0]).toBe(3);
    station.close();
  });

  it("is echoed once, even when it was offered twice without a space", async () => {
    const answer = await talk(
      `GET /ocpp/PROTO HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: ocpp1.6,ocpp1.6,ocpp1.5\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 101/);
    expect(answer).toMatch(/^Sec-WebSocket-Protocol: ocpp1\.6\r$/m);
  });
});

describe("the password", () => {
  beforeAll(async () => {
    await gateway.addStation("SAFE", { secret });
    await gateway.addStation("UNSET", { passwordless: false });
    await gateway.addStation("TLS", { secret, securityProfile: 2 });
  });

  it.each([
    ["1.6", "the bytes the digits stand for", Buffer.from(secret, "hex"), "password"],
    ["1.6", "the digits", secret, "password-hex"],
    ["1.6", "the digits in capitals", secret.toUpperCase(), "password-hex"],
    ["2.0.1", "the text", secret, "password"],
    ["2.1", "the text", secret, "password"],
  ] as const)("of a station of %s may be %s", async (version, _what, password, authenticated) => {
    const station = await gateway.connect("SAFE", version, basic("SAFE", password));
    expect(await gateway.row("SELECT authenticated FROM connection ORDER BY epoch DESC LIMIT 1")).toEqual({
      authenticated,
    });
    station.close();
  });

  it("may come with a user name in other letter case", async () => {
    (await gateway.connect("SAFE", "2.0.1", basic("safe", secret))).close();
  });

  it.each([
    ["none", {}, "no-password"],
    ["a wrong one", basic("SAFE", "0".repeat(40)), "wrong-password"],
    ["an empty one", basic("SAFE", ""), "wrong-password"],
    ["another station's name", basic("OTHER", secret), "wrong-user"],
    ["no name", basic("", secret), "wrong-user"],
    ["another scheme", { headers: { authorization: `Bearer ${secret}` } }, "no-password"],
  ])("that is %s is refused with 401", async (_what, options, reason) => {
    const refused = await refusal("/SAFE", options);
    expect(refused).toMatchObject({ status: 401, reason });
    expect(refused.headers["www-authenticate"]).toMatch(/^Basic realm=/);
  });

  it("of 2.x is text, letter for letter, and never the bytes", async () => {
    for (const password of [secret.toUpperCase(), Buffer.from(secret, "hex")]) {
      await expect(gateway.connect("SAFE", "2.0.1", basic("SAFE", password))).rejects.toThrow("401");
    }
  });

  it("is missing on our side: refused, until one is set", async () => {
    expect(await refusal("/UNSET", basic("UNSET", secret))).toMatchObject({ status: 401, reason: "no-secret" });
  });

  it("over a plain line is not enough for a station whose profile asks for TLS", async () => {
    expect(await refusal("/TLS", basic("TLS", secret))).toMatchObject({ status: 403, reason: "insecure-channel" });
  });
});

describe("the operator's word", () => {
  it.each([
    ["refused", 403, "refused-station"],
    ["retired", 404, "retired-station"],
  ])("a %s station stays outside", async (approval, status, reason) => {
    await gateway.addStation(`OUT-${approval}`, { approval });
    expect(await refusal(`/OUT-${approval}`)).toMatchObject({ status, reason });
  });

  it("tells of each refusal as an event of the station it named", async () => {
    await gateway.addStation("EVENTFUL", { secret });
    await refusal("/EVENTFUL");
    expect(await gateway.events("EVENTFUL")).toEqual([
      { type: "connection.refused", identity: "EVENTFUL", reason: "no-password" },
    ]);
  });
});

describe("a request that is no handshake", () => {
  const upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n";

  it.each([
    ["a plain GET", "GET /ocpp/PLAIN HTTP/1.1\r\nHost: x\r\n\r\n", 426],
    ["no key", `GET /ocpp/KEYLESS HTTP/1.1\r\nHost: x\r\n${upgrade}Sec-WebSocket-Version: 13\r\n\r\n`, 400],
    ["an old version", `GET /ocpp/OLD HTTP/1.1\r\nHost: x\r\n${upgrade}Sec-WebSocket-Version: 7\r\n\r\n`, 400],
    [
      "an upgrade to something else",
      "GET /ocpp/H2C HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
      426,
    ],
    ["a header of 20,000 characters", `GET /ocpp/BIG HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["no HTTP", "\x16\x03\x01 hello\r\n\r\n", 400],
  ])("%s is told so", async (_what, request, status) => {
    expect(await talk(request)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it("leaves a row where it named a station", async () => {
    await gateway.row("SELECT 1 FROM refusal WHERE identity = 'PLAIN' AND reason = 'not-websocket'");
    await gateway.row("SELECT 1 FROM refusal WHERE identity = 'KEYLESS' AND reason = 'bad-handshake'");
  });
});

it("does not wait for a request that never ends", async () => {
  const { hostname, port } = new URL(gateway.url);
  const socket = connectTcp(Number(port), hostname);
  const ended = once(socket, "close");
  socket.on("error", () => {});
  socket.resume();
  await once(socket, "connect");
  const drip = setInterval(() => socket.write("X"), 500);
  socket.write("GET /ocpp/SLOW HTTP/1.1\r\nHost: x\r\nX: ");
  await ended;
  clearInterval(drip);
});

it("writes a flood of the same refusal as a few rows", async () => {
  const once = () => connectRaw({ url: `${gateway.url}/FLOOD` }).catch(() => undefined);
  await Promise.all(Array.from({ length: 50 }, once));
  await refusal("/AFTER-THE-FLOOD");
  expect(await gateway.rows("SELECT 1 FROM refusal WHERE identity = 'FLOOD'")).toHaveLength(5);
});

it("answers the pages for machines", async () => {
  const at = (page: string) => fetch(gateway.url.replace("ws:", "http:").replace("/ocpp", page));
  expect([(await at("/healthz")).status, (await at("/readyz")).status, (await at("/nothing")).status]).toEqual([
    200, 200, 404,
  ]);
  expect(await (await at("/metrics")).text()).toMatch(/chargehand_upgrades_total\{result="wrong-password"\} \d+/);
});

/** Says something over TCP and returns the head of what comes back. */
async function talk(request: string): Promise<string> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connectTcp(Number(port), hostname);
  let heard = "";
  socket.on("data", (data) => {
    heard += data.toString("latin1");
  });
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(request, "latin1");
  await waitFor(() => heard.includes("\r\n\r\n"), { what: "an answer" });
  socket.destroy();
  return heard;
}
