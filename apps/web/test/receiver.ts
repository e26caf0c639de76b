import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { waitFor } from "@chargehand/testing/wait-for";

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  path: string | undefined;
}

/** A program of somebody else that takes messages, and answers as it is told. */
export async function openReceiver(answer: (response: ServerResponse, received: Received) => void = ok) {
  const received: Received[] = [];
  const told = { answer };
  let connections = 0;
  let open = 0;
  let mostOpen = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.once("close", () => {
      open -= 1;
    });
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const one = { headers: request.headers, body, path: request.url };
    received.push(one);
    told.answer(response, one);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    port,
    url: `http://127.0.0.1:${port}/events`,
    received,
    told,
    connections: () => connections,
    mostOpen: () => mostOpen,
    until: (count: number) =>
      waitFor(() => received.length >= count, { what: `${count} messages`, timeoutMs: 15_000 }).then(() => received),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;

export const ok = (response: ServerResponse) => response.writeHead(204).end();
export const saying =
  (status: number, headers: Record<string, string> = {}, body = "") =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end(body);
export const silent = () => {};
