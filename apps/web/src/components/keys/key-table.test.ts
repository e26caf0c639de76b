import { describe, expect, it } from "vitest";
import { isSingle, keyIds, keyTable, readKey, spell } from "./key-table";

const bare = { ctrlKey: false, metaKey: false, altKey: false };
const page = { scopes: ["everywhere", "page"], singles: true } as const;

describe("the table of keys", () => {
  it("means one thing by a key wherever it acts", () => {
    const meanings = new Map<string, string>();
    for (const id of keyIds) {
      for (const press of keyTable[id].presses) {
        expect(meanings.get(press), `${press} is ${id} and ${meanings.get(press)}`).toBeUndefined();
        meanings.set(press, id);
      }
    }
  });

  it("has no key that is also the beginning of a chord", () => {
    const presses = keyIds.flatMap((id) => [...keyTable[id].presses]);
    for (const press of presses) expect(presses.filter((other) => other.startsWith(`${press} `))).toEqual([]);
  });
});

describe("a key", () => {
  it.each([
    [{ ...bare, key: "k", ctrlKey: true }, "Mod+k"],
    [{ ...bare, key: "K", metaKey: true }, "Mod+k"],
    [{ ...bare, key: " " }, "Space"],
    [{ ...bare, key: "?" }, "?"],
    // "[" on a German keyboard.
    [{ key: "[", ctrlKey: true, metaKey: false, altKey: true }, "["],
    [{ ...bare, key: "s", altKey: true }, undefined],
  ])("%o is spelt %s", (pressed, spelt) => expect(spell(pressed)).toBe(spelt));

  it("acts only where the focus is", () => {
    expect(readKey("r", page)).toBeUndefined();
    expect(readKey("r", { ...page, scopes: ["page", "station"] })).toEqual({ is: "action", id: "reset" });
  });

  it("may need another one after it", () => {
    expect(readKey("g", page)).toEqual({ is: "begun", chord: "g" });
    expect(readKey("f", { ...page, begun: "g" })).toEqual({ is: "action", id: "toFaults" });
    expect(readKey("x", { ...page, begun: "g" })).toBeUndefined();
  });

  it("that is only a letter or a sign does nothing when those are turned off", () => {
    const off = { scopes: ["everywhere", "page", "list", "station"], singles: false } as const;
    expect(readKey("g", off)).toBeUndefined();
    expect(readKey("j", off)).toBeUndefined();
    expect(readKey("ArrowDown", off)).toEqual({ is: "action", id: "down" });
    expect(readKey("Mod+k", off)).toEqual({ is: "action", id: "palette" });
  });

  it.each([
    ["g n", true],
    ["Enter", false],
    ["Mod+k", false],
  ])("%s is made of letters only: %s", (press, single) => expect(isSingle(press)).toBe(single));
});
