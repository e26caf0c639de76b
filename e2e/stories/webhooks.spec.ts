import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "../support/story";

let server: Server;
let url: string;
let status: number;
const received: { headers: IncomingMessage["headers"]; body: string }[] = [];

test.beforeEach(async () => {
  received.length = 0;
  status = 500;
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    received.push({ headers: request.headers, body });
    response.writeHead(status).end(status === 500 ? "not today" : "");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/events`;
});
test.afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

test("a webhook is added, fails, is sent again by hand, and hears of what happens", async ({ page, network }) => {
  const name = network.name("HOOK");
  await page.goto("/settings/webhooks");
  await page.getByRole("button", { name: "Add a webhook" }).click();
  const form = page.getByRole("dialog", { name: "Add a webhook" });
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  await form.getByRole("textbox", { name: "Address" }).fill("https://2130706434/");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText("127.0.0.2 is inside a network");
  await form.getByRole("textbox", { name: "Address" }).fill(url);
  await form.getByRole("radio", { name: "Only these" }).click();
  await form.getByText("station.connected", { exact: true }).click();
  await form.getByRole("button", { name: "Add", exact: true }).click();
  const shown = page.getByRole("dialog", { name: "The webhook is added" });
  const secret = (await shown.getByText(/^whsec_/).textContent()) ?? "";
  await shown.getByRole("button", { name: "I have copied it" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.getByRole("button", { name: "Ping" }).click();
  const ping = page.getByRole("grid", { name: "Deliveries of the last 30 days" }).getByRole("row", { name: "ping" });
  await expect(ping).toContainText("500");
  await ping.click();
  const inspector = page.getByRole("complementary");
  await expect(inspector).toContainText("not today");
  await expect(page.getByText(/Nothing taken for/)).toBeVisible();

  status = 204;
  await inspector.getByRole("button", { name: "Send again" }).click();
  await expect(ping).toContainText("Taken");
  await expect(inspector).toContainText("2 tries");
  expect(received[1]?.headers["webhook-id"]).toBe(received[0]?.headers["webhook-id"]);
  for (const one of received) expect(one.headers["webhook-signature"]).toBe(signature(secret, one));

  const station = await network.connected("2.0.1");
  await expect
    .poll(() => received.map(({ body }) => JSON.parse(body)).filter(({ type }) => type === "station.connected"))
    .toContainEqual(expect.objectContaining({ station: expect.objectContaining({ id: station.identity }) }));
});

function signature(secret: string, { headers, body }: (typeof received)[number]) {
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  return `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
}
