import type { IncomingMessage } from "node:http";

/** What an upgrade request says, before any of it is believed. */
export interface Caller {
  target: string;
  address: string;
  secure: boolean;
  /** The name by which it reached us. */
  host?: string;
  offer?: string;
  authorization?: string;
  userAgent?: string;
}

/** Reads a request's headers. What a proxy adds counts only when there is one that we trust. */
export function readCaller(request: IncomingMessage, trustProxy: boolean): Caller {
  const { headers, socket } = request;
  // The last address is the one that our own proxy saw; those before it can be made up by anyone.
  const forwarded = trustProxy ? lastOf(headers["x-forwarded-for"]) : undefined;
  const protocol = trustProxy ? lastOf(headers["x-forwarded-proto"]) : undefined;
  return {
    target: request.url ?? "/",
    address: (forwarded ?? socket.remoteAddress ?? "unknown").replace(/^::ffff:/, "").slice(0, 64),
    secure: "encrypted" in socket || protocol === "https" || protocol === "wss",
    host: (trustProxy ? lastOf(headers["x-forwarded-host"]) : undefined) ?? headers.host,
    offer: headers["sec-websocket-protocol"],
    authorization: headers.authorization,
    userAgent: headers["user-agent"]?.slice(0, 200),
  };
}

const lastOf = (header: string | string[] | undefined) =>
  (Array.isArray(header) ? header.join(",") : header)?.split(",").at(-1)?.trim();
