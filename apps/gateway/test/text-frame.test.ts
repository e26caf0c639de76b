import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { textFrame } from "../src/text-frame";

let server: WebSocketServer;
beforeAll(async () => {
  server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("connection", (socket, { socket: line }) => {
    socket.on("message", (length) =>
      line.write(textFrame("ü".repeat(Number(length) % 2) + "x".repeat(Number(length)))),
    );
  });
  await once(server, "listening");
});
afterAll(() => server.close());

it("is read as it was by whoever speaks WebSocket, at every size of its head", async () => {
  const { port } = server.address() as AddressInfo; // listening on a port, not on a path
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(client, "open");
  for (const length of [0, 1, 123, 124, 125, 126, 65_533, 65_535, 65_536, 300_000]) {
    client.send(String(length));
    const [data, isBinary] = await once(client, "message");
    expect(isBinary).toBe(false);
    expect(String(data)).toBe("ü".repeat(length % 2) + "x".repeat(length));
  }
  client.close();
});
