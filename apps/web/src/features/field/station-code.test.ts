import { expect, it } from "vitest";
import { stationIn } from "./station-code";

it("a sticker's code is a name, or an address that ends in one", () => {
  const codes = [
    " CS-0412 ",
    "https://console.example/field/CS-0412",
    "https://console.example/field/Hof%20links?from=sticker#top",
    "wss://gateway.example/ocpp/CS-0412/",
    "https://console.example/field/100%",
    "K:12/3",
  ];
  expect(codes.map(stationIn)).toEqual(["CS-0412", "CS-0412", "Hof links", "CS-0412", "100%", "K:12/3"]);
});
