import type { IncomingMessage } from "node:http";
import { Refused } from "./refused";

/** Checks that a request is a WebSocket handshake at all (RFC 6455, 4.2.1). */
export function checkUpgrade({ method, headers }: IncomingMessage): void {
  if (headers.upgrade?.toLowerCase() !== "websocket") throw new Refused("not-websocket");
  if (method !== "GET") throw new Refused("bad-handshake", "the method is not GET");
  if (headers["sec-websocket-version"] !== "13") throw new Refused("bad-handshake", "the WebSocket version is not 13");
  const key = headers["sec-websocket-key"];
  if (!key || !/^[+/0-9A-Za-z]{22}==$/.test(key))
    throw new Refused("bad-handshake", "the Sec-WebSocket-Key is not right");
}
