import { expect, it } from "vitest";
import { flatRing } from "./rings";

it("leaves a ring as it is that does not cross the antimeridian", () => {
  const ring = [
    [-10, 0],
    [10, 0],
    [10, 5],
    [-10, 0],
  ];
  expect(flatRing(ring)).toEqual(ring);
});

it("lets a ring across the antimeridian go on beyond it", () => {
  const ring = [
    [179, -17],
    [-179, -17],
    [-179, -16],
    [179, -17],
  ];
  expect(flatRing(ring)).toEqual([
    [179, -17],
    [181, -17],
    [181, -16],
    [179, -17],
  ]);
});

it("closes a ring around the pole along the pole, without a line across the world", () => {
  const ring = [
    [-180, -80],
    [-60, -75],
    [60, -70],
    [180, -80],
  ];
  expect(flatRing(ring)).toEqual([
    [-180, -80],
    [-60, -75],
    [60, -70],
    [180, -80],
    [180, -90],
    [-180, -90],
    [-180, -80],
  ]);
});
