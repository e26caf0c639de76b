import { expect, it } from "vitest";
import { placeId, placeOf } from "./place-id";

it("a place becomes a word and the same place again", () => {
  for (const place of [{ site: 3 }, { station: 12 }, { station: 12, evse: 2 }]) {
    expect(placeOf(placeId(place))).toEqual(place);
  }
  expect(placeOf("elsewhere:1")).toBeUndefined();
});
