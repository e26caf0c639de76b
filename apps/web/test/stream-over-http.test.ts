import { insertEvents } from "@chargehand/db/events";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { afterAll, beforeAll, expect, it } from "vitest";
import { appRouter } from "../src/server/app-router";
import { openConsole, type TestConsole, viewer } from "./console";

let house: TestConsole;
beforeAll(async () => {
  house = await openConsole();
});
afterAll(() => house.close());

it("goes on where the browser says it was cut, over the wire, with nothing missing", async () => {
  const leaving = new AbortController();
  const first = open({}, leaving.signal);
  await tell("1");
  await first.until("1");
  const cursor = /^id: (.+)$/m.exec(await first.untilText("\nid: "))?.[1];
  leaving.abort();

  await tell("2");
  await tell("3");
  const again = new AbortController();
  // What a browser's EventSource sends by itself when it connects again.
  const second = open({ "last-event-id": cursor ?? "" }, again.signal);
  const text = await second.until("3");
  expect(text).toContain('"token":"2"');
  expect(text).not.toContain('"token":"1"');
  again.abort();
});

it("speaks at least every few seconds, so that a silent line is known to be a broken one", async () => {
  const leaving = new AbortController();
  const stream = open({}, leaving.signal);
  expect(await stream.untilText('"kind":"alive"')).toBeDefined();
  leaving.abort();
});

async function tell(number: string) {
  await insertEvents(house.pool, [{ event: { type: "token.changed", token: number } }]);
  house.bus.publish("events");
}

/** One connection of a browser; its text grows as the server speaks. */
function open(headers: Record<string, string>, signal: AbortSignal) {
  let text = "";
  const reading = fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request("http://localhost/api/trpc/live.stream", {
      headers: { accept: "text/event-stream", ...headers },
      signal,
    }),
    router: appRouter,
    createContext: () => house.context(viewer),
  }).then(({ body }) => body?.pipeThrough(new TextDecoderStream()).getReader());

  async function untilText(wanted: string) {
    const reader = await reading;
    while (!text.includes(wanted)) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error(`the stream ended before ${wanted}: ${text}`);
      text += value;
    }
    return text;
  }
  return { untilText, until: (number: string) => untilText(`"token":"${number}"`) };
}
