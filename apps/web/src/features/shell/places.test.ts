import { expect, it } from "vitest";
import { isAt, phonePlaces, places } from "./places";

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

it("on a phone nobody loses a place, and the way to the stations themselves is there for who may command", () => {
  const ids = (mayCommand: boolean) => {
    const { near, far } = phonePlaces({ mayCommand });
    return { near: near.map(({ id }) => id), all: [...near, ...far].map(({ id }) => id) };
  };
  expect(ids(true).near).toEqual(["now", "stations", "sessions", "field"]);
  expect(ids(false).near).toEqual(["now", "stations", "sessions", "messages"]);
  expect(new Set(ids(true).all)).toEqual(new Set([...places.map(({ id }) => id), "field"]));
  expect(new Set(ids(false).all)).toEqual(new Set(places.map(({ id }) => id)));
});
