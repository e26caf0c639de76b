import { expect, it } from "vitest";
import { isAt, places } from "./places";

const at = (pathname: string) => places.filter((place) => isAt(pathname, place)).map(({ id }) => id);

it.each([
  ["/", "now"],
  ["/stations", "stations"],
  ["/stations/CS-0412/messages", "stations"],
  ["/messages/99", "messages"],
  ["/settings/webhooks/3", "settings"],
])("%s belongs to %s and nothing else", (pathname, id) => expect(at(pathname)).toEqual([id]));

it("a longer word that begins alike is another place", () => {
  expect(at("/stationsold")).toEqual([]);
});
