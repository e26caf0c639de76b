import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problems, problemType } from "../src/server/api/problems";
import { signed } from "../src/server/webhooks/signature";
import { openApi, type TestApi } from "./api-client";
import { openField, type TestField } from "./api-stations";
import { openConsole, type TestConsole } from "./console";
import { addSample, addSession, minutesAgo } from "./network";

const page = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");

let house: TestConsole;
let api: TestApi;
let field: TestField;
let server: Server;
let origin: string;
let key: string;
beforeAll(async () => {
  house = await openConsole();
  api = await openApi(house);
  key = await api.makeKey();
  field = await openField(house);
  server = createServer(async (incoming, outgoing) => {
    const leaving = new AbortController();
    outgoing.once("close", () => leaving.abort());
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = "GET", url = "/" } = incoming;
    const response = await api.send(method, url.replace("/api/v1", ""), {
      key: null,
      headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
      body: chunks.length > 0 ? Buffer.concat(chunks).toString("utf8") : undefined,
      signal: leaving.signal,
    });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body) Readable.from(response.body).pipe(outgoing);
    else outgoing.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // A server that listens on a port has an address with one.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  await field.connect("CS-0001", "2.0.1");
  const { id: station } = await house.prisma.station.findFirstOrThrow({ where: { identity: "CS-0001" } });
  const running = { evse: 2, token: "CAFE01", meterStartWh: 0, meterWh: 2_500, powerW: 7_400 };
  const session = await addSession(house, station, running);
  await addSample(house, { session: session.id, station, at: minutesAgo(9), energyWh: 100, powerW: 7_400 });
  await addSample(house, { session: session.id, station, at: minutesAgo(8), energyWh: 200 });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await field.close();
  await house.close();
});

/** A request on the page and the answer that stands below it. */
interface Example {
  request: { method: string; path: string; headers: Record<string, string>; body?: string };
  status: number;
  headers: Record<string, string>;
  body?: string;
}

const examples: Example[] = [
  ...page.matchAll(/```http\n([\s\S]*?)```\n\n```http\nHTTP\/1\.1 (\d{3})\n?([\s\S]*?)```/g),
].map(([, request = "", status, answer = ""]) => {
  const [line = "", ...rest] = request.split("\n");
  const [method = "", path = ""] = line.split(" ");
  return { request: { method, path, ...partsOf(rest.join("\n")) }, status: Number(status), ...partsOf(answer) };
});

/** Numbers and names of the page stand for those that really came. */
const really = new Map<string, string>();

describe("the page of the API", () => {
  it("has its examples in pairs, all of which are found here", () => {
    expect(examples.length * 2).toBe(page.match(/```http/g)?.length);
    expect(examples.length).toBeGreaterThan(15);
  });

  it.each(examples.map((example) => [`${example.request.method} ${example.request.path}`, example] as const))(
    "%s is answered as it says",
    async (_, { request, status, headers, body }) => {
      const isStream = headers["content-type"] === "text/event-stream";
      const path = [...really].reduce((text, [page, real]) => text.replaceAll(page, real), request.path);
      const ask = async () => {
        const leaving = new AbortController();
        const response = await fetch(`${origin}${path}`, {
          method: request.method,
          headers: { authorization: `Bearer ${key}`, ...request.headers },
          body: request.body,
          signal: leaving.signal,
        });
        const text = isStream ? await untilEvent(response) : await response.text();
        if (isStream) leaving.abort();
        return { status: response.status, headers: response.headers, text };
      };

      let got = await ask();
      // What a station reports comes when it comes.
      if (body?.includes('"confirmed"')) {
        await expect.poll(async () => (await ask()).text, { timeout: 10_000 }).toContain('"confirmed"');
        got = await ask();
      }
      expect(got.status, got.text).toBe(status);
      for (const [name, value] of Object.entries(headers)) expect(got.headers.get(name)).toBe(value);
      if (isStream) expect(fieldsOf(got.text)).toEqual(fieldsOf(body ?? ""));
      else if (body !== undefined) fits(JSON.parse(body), JSON.parse(got.text), "$");
    },
  );

  it("names every problem with its status", () => {
    for (const [name, { status }] of Object.entries(problems)) {
      expect(page).toMatch(new RegExp(`^\\| ${status} \\|.*\`${name}\``, "m"));
    }
    for (const [, type] of page.matchAll(/"(urn:chargehand:problem:[^"]*)"/g)) {
      // Object.keys forgets that the names are those of the table.
      expect(Object.keys(problems).map((name) => problemType(name as keyof typeof problems))).toContain(type);
    }
  });

  it("checks a webhook's signature as a receiver would", async () => {
    const [, code = ""] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
    const folder = mkdtempSync(join(tmpdir(), "chargehand-docs-"));
    try {
      writeFileSync(join(folder, "receiver.mjs"), code);
      const { isOurs } = await import(/* @vite-ignore */ pathToFileURL(join(folder, "receiver.mjs")).href);
      const secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
      const message = { id: "1-1", at: new Date(), body: '{"type":"session.ended"}', secret };
      const { body } = message;
      expect(isOurs({ headers: signed(message), body, secret })).toBe(true);
      expect(isOurs({ headers: signed(message), body: `${body} `, secret })).toBe(false);
      expect(isOurs({ headers: signed({ ...message, at: minutesAgo(6) }), body, secret })).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Everything the page shows came, of the same kind; words that decide something are the very same. */
function fits(shown: unknown, real: unknown, at: string): void {
  if (shown === null || typeof shown !== "object") {
    expect(typeof real, at).toBe(typeof shown);
    const name = at.split(".").at(-1) ?? "";
    if (shown === null || typeof shown === "boolean" || exact.has(name)) expect(real, at).toBe(shown);
    else if (standIns.has(name) && shown !== real && String(shown).length > 0)
      really.set(...standIn(name, shown, real));
    return;
  }
  expect(Array.isArray(real), at).toBe(Array.isArray(shown));
  for (const [name, inner] of Object.entries(shown)) {
    expect(real, at).toHaveProperty([name]);
    fits(inner, Object(real)[name], Array.isArray(shown) ? `${at}[${name}]` : `${at}.${name}`);
  }
}

const exact = new Set(
  "status type state delivery answer proof approval origin action title detail path in from".split(" "),
);
const standIns = new Set(["id", "commandId", "next"]);

/** A number stands in an address after a slash; a word of its own is found anywhere. */
const standIn = (name: string, shown: unknown, real: unknown): [string, string] =>
  typeof shown === "number" && name !== "next" ? [`/${shown}`, `/${real}`] : [String(shown), String(real)];

/** Reads until an event has come whole. */
async function untilEvent(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!/^data: .*\n\n/m.test(text)) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done) throw new Error(`the stream ended before an event: ${text}`);
    text += value;
  }
  return text;
}

/** The fields of a stream's first event, and those of its data. */
function fieldsOf(text: string) {
  const [, data = "{}"] = /^data: (.*)$/m.exec(text) ?? [];
  return [text.includes("retry: "), /^id: \d+-\d+$/m.test(text), JSON.parse(data).type, Object.keys(JSON.parse(data))];
}

function partsOf(text: string) {
  const [, headers = "", body = ""] = /^((?:[\w-]+: .*\n)*)\n?([\s\S]*)$/.exec(text) ?? [];
  return { headers: headersOf(headers), body: body.trim() || undefined };
}

function headersOf(text: string) {
  return Object.fromEntries(
    [...text.matchAll(/^([\w-]+): (.*)$/gm)].map(([, name = "", value = ""]) => [name.toLowerCase(), value]),
  );
}
