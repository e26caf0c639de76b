import type { TokenRecord } from "@chargehand/domain/authorization";
import { entriesOf, type ListEntry, type PreparedList, prepareList } from "@chargehand/domain/local-list/list-entry";
import { planList } from "@chargehand/domain/local-list/plan-list";
import { heading, line, rounded } from "./print";

/** How many different lists the stations hold when it begins: as if they had last been sent one at as many times. */
const heldLists = 50;
const sites = 20;
/** Of its lines, as many differ from what it should hold. */
const changedOf = 50;

/** Plans a list of many tokens for many stations, each compared for itself: nothing is remembered between two stations. */
export function localList({ tokens: count, stations }: { tokens: number; stations: number }) {
  const now = new Date();
  const tokens = Array.from({ length: count }, (_, index) => tokenOf(index));
  const words = { longestToken: 20, kinds: true, masterPass: true, says: () => true };
  const filter = { kinds: [], groups: [], withBlocked: true };
  const held = Array.from({ length: heldLists }, (_, age) =>
    prepareList(tokens.flatMap((each, at) => old(each, at, age))),
  );

  heading(`A local list of ${rounded(count)} tokens for ${rounded(stations)} stations`);
  const begun = performance.now();
  const wanted: PreparedList[] = [];
  for (let site = 0; site < sites; site++) {
    wanted.push(prepareList(entriesOf(tokens, filter, words, { station: 0, site, now })));
  }
  const prepared = performance.now();
  let lines = 0;
  let messages = 0;
  for (let station = 0; station < stations; station++) {
    const [should, has] = [wanted[station % sites], held[station % heldLists]];
    if (!should || !has) continue;
    const plan = planList({
      held: { version: 7, list: has },
      reported: 7,
      wanted: should,
      limits: { linesPerMessage: 100, capacity: count },
    });
    if (plan.kind !== "updates") continue;
    messages += plan.updates.length;
    for (const update of plan.updates) lines += update.lines.length;
  }
  const ended = performance.now();
  line("lists made, one for each site", `${rounded((prepared - begun) / 1000, 2)} s for ${sites}`);
  line("compared and planned", `${rounded((ended - prepared) / 1000, 2)} s`);
  line("in all", `${rounded((ended - begun) / 1000, 2)} s (aim: 10)`);
  line("lines to be said", rounded(lines));
  line("messages they are said in", rounded(messages));
  if (ended - begun > 10_000) process.exitCode = 1;
}

const tokenOf = (index: number): TokenRecord => ({
  value: (0x04a1_0000_0000 + index * 7919).toString(16).toUpperCase(),
  kind: "iso14443",
  group: `FLEET-${index % 300}`,
  standing: index % 97 === 0 ? "blocked" : "active",
});

/** A token as an older list has it: some are not on it yet, some were blocked since. */
function old({ value, kind, group, standing }: TokenRecord, index: number, age: number): ListEntry[] {
  if ((index + age) % (2 * changedOf) === 0) return [];
  const isOther = (index + age) % (2 * changedOf) === changedOf;
  return [{ value, kind, group, status: standing === "blocked" || isOther ? "blocked" : "accepted" }];
}
