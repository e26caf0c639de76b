import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { readCaller } from "./caller";

function request(headers: Record<string, string>) {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: "::ffff:10.0.0.9" });
  const message = new IncomingMessage(socket);
  Object.assign(message.headers, headers);
  return message;
}

it("believes a proxy only when told to trust it, and then only what the nearest one saw", () => {
  const forwarded = { "x-forwarded-for": "6.6.6.6, 192.0.2.7", "x-forwarded-proto": "https" };
  expect(readCaller(request(forwarded), false)).toMatchObject({ address: "10.0.0.9", secure: false });
  expect(readCaller(request(forwarded), true)).toMatchObject({ address: "192.0.2.7", secure: true });
  expect(readCaller(request({}), true)).toMatchObject({ address: "10.0.0.9", secure: false });
});
