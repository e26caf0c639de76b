import { expect, it } from "vitest";
import { agree, readOffer } from "./subprotocol";

it.each([
  ["ocpp1.6", undefined, { version: "1.6", subprotocol: "ocpp1.6" }],
  ["ocpp2.0.1,ocpp1.6", undefined, { version: "2.0.1", subprotocol: "ocpp2.0.1" }],
  ["ocpp1.6, ocpp2.1", undefined, { version: "1.6", subprotocol: "ocpp1.6" }],
  ["ocpp1.5, soap, OCPP2.1", undefined, { version: "2.1", subprotocol: "OCPP2.1" }],
  ["ocpp2.0, mqtt", undefined, undefined],
  ["ocpp2.0", "1.6", { version: "1.6" }],
  [undefined, undefined, undefined],
  ["", undefined, undefined],
  [undefined, "1.6", { version: "1.6" }],
] as const)("offered %s with %s assumed, agrees on %o", (header, assumed, agreement) => {
  expect(agree(readOffer(header), assumed)).toEqual(agreement);
});
