import { expect, it } from "vitest";
import { spread } from "./spread";

const stations = (count: number, site: (n: number) => number | undefined = () => undefined) =>
  Array.from({ length: count }, (_, n) => ({ station: n, sparedSite: site(n) }));
const sizesOf = (stages: readonly number[]) =>
  Object.fromEntries([...new Set(stages)].map((stage) => [stage, stages.filter((other) => other === stage).length]));

it("fills stages by number and by share, and the last with the rest", () => {
  expect(sizesOf(spread(stations(2000), [{ stations: 5 }, { share: 0.05 }, { share: 0.25 }, "rest"]))).toEqual({
    1: 5,
    2: 100,
    3: 500,
    4: 1395,
  });
});

it("keeps the order in which the stations were given", () => {
  const stages = spread(stations(10), [{ stations: 3 }, "rest"]);
  expect(stages).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2, 2]);
});

it("puts no two stations of a small site into one stage, as long as there is another", () => {
  // Ten sites of three stations each, one after the other.
  const given = stations(30, (n) => Math.floor(n / 3));
  const stages = spread(given, [{ stations: 5 }, { stations: 10 }, { stations: 10 }, "rest"]);
  const pairs = stages.map((stage, n) => `${stage}/${given[n]?.sparedSite}`);
  const doubled = pairs.filter((pair, n) => pairs.indexOf(pair) !== n);
  expect(doubled.every((pair) => pair.startsWith("4/"))).toBe(true);
  expect(sizesOf(stages)[1]).toBe(5);
});

it("gives the last stage what none has room for", () => {
  expect(spread(stations(3), [{ stations: 1 }, { stations: 1 }])).toEqual([1, 2, 2]);
});

it("leaves stages empty when there are few stations", () => {
  expect(spread(stations(2), [{ stations: 5 }, { share: 0.5 }, "rest"])).toEqual([1, 1]);
});
