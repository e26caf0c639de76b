import { describe, expect, it } from "vitest";
import { gridMove } from "./grid-keys";

const grid = { index: 3, count: 10, page: 5 };

describe("keys in a list", () => {
  it.each([
    ["j", 4],
    ["ArrowDown", 4],
    ["k", 2],
    ["ArrowUp", 2],
    ["PageDown", 8],
    ["PageUp", 0],
    ["Home", 0],
    ["End", 9],
  ])("%s moves from row 3 to row %d", (key, index) => expect(gridMove(key, grid)).toEqual({ move: "to", index }));

  it("begin at the first row", () => {
    expect(gridMove("j", { ...grid, index: -1 })).toEqual({ move: "to", index: 0 });
  });

  it("stop at the ends", () => {
    expect(gridMove("j", { ...grid, index: 9 })).toEqual({ move: "to", index: 9 });
  });

  it("open and peek only at an active row", () => {
    expect(gridMove("Enter", grid)).toEqual({ move: "open" });
    expect(gridMove("Space", grid)).toEqual({ move: "peek" });
    expect(gridMove("Enter", { ...grid, index: -1 })).toBeUndefined();
  });

  it("leave every other key to the browser", () => {
    expect(gridMove("Tab", grid)).toBeUndefined();
    expect(gridMove("j", { ...grid, count: 0 })).toBeUndefined();
  });
});
