import { describe, expect, it } from "vitest";
import type { TokenRecord } from "../authorization";
import { difference } from "./difference";
import { entriesOf, type ListEntry, prepareList } from "./list-entry";
import { nextListStep } from "./next-step";
import { type ListSituation, planList } from "./plan-list";

const now = new Date("2026-11-23T12:00:00Z");
const entry = (value: string, rest: Partial<ListEntry> = {}): ListEntry => ({
  value,
  kind: "iso14443",
  status: "accepted",
  ...rest,
});
const list = (...entries: ListEntry[]) => prepareList(entries);
const many = (count: number, prefix = "T") =>
  list(...Array.from({ length: count }, (_, index) => entry(`${prefix}${index}`)));
const plan = (situation: Partial<ListSituation>) =>
  planList({ reported: 0, wanted: list(), limits: { linesPerMessage: 10 }, ...situation });

/** What a station makes of updates, as the protocol tells it to. */
function obey(held: readonly ListEntry[], updates: ReturnType<typeof updatesOf>) {
  const lines = new Map(held.map((line) => [line.value, line]));
  for (const { mode, lines: changes } of updates) {
    if (mode === "full") lines.clear();
    for (const { value, entry: line } of changes) line ? lines.set(value, line) : lines.delete(value);
  }
  return prepareList([...lines.values()]);
}
function updatesOf(planned: ReturnType<typeof planList>) {
  if (planned.kind !== "updates") throw new Error(planned.kind);
  return planned.updates;
}

describe("a list's difference", () => {
  it("adds, changes and takes away, and says nothing of what is the same", () => {
    const before = list(entry("A"), entry("B"), entry("C"));
    const after = list(entry("a"), entry("B", { status: "blocked" }), entry("D"));
    expect(difference(before, after).map(({ value, entry: line }) => [value, line?.status])).toEqual([
      ["B", "blocked"],
      ["C", undefined],
      ["D", "accepted"],
    ]);
  });
});

describe("a plan", () => {
  it("is nothing where the station holds what it should", () => {
    const same = many(30);
    expect(plan({ held: { version: 4, list: same }, reported: 4, wanted: same })).toEqual({ kind: "in-step" });
    expect(plan({ held: { version: 4, list: list() }, reported: 0, wanted: list() })).toEqual({ kind: "in-step" });
  });

  it("is the whole list in messages of the station's size, each with a version above what it holds", () => {
    const updates = updatesOf(plan({ reported: 7, wanted: many(25) }));
    expect(updates.map(({ mode, version, lines }) => [mode, version, lines.length])).toEqual([
      ["full", 8, 10],
      ["differential", 9, 10],
      ["differential", 10, 5],
    ]);
  });

  it("is the difference where that is known, and the whole list where it is not, or is to be mended", () => {
    const held = { version: 3, list: many(30) };
    const wanted = list(...held.list.entries.slice(1), entry("NEW"));
    const modes = (situation: Partial<ListSituation>) => updatesOf(plan({ held, wanted, ...situation }))[0]?.mode;
    expect(modes({ reported: 3 })).toBe("differential");
    expect(modes({ reported: 9 })).toBe("full");
    expect(modes({ reported: 3, mend: true })).toBe("full");
    expect(updatesOf(plan({ held, wanted, reported: 2 }))[0]?.version).toBe(4);
  });

  it("is the whole list where the difference would be longer, and an empty one takes one message", () => {
    const held = { version: 1, list: many(50, "OLD") };
    expect(updatesOf(plan({ held, reported: 1, wanted: many(5) }))).toMatchObject([{ mode: "full", version: 2 }]);
    expect(updatesOf(plan({ held, reported: 1, wanted: list() }))).toEqual([{ mode: "full", version: 2, lines: [] }]);
  });

  it("refuses what the station cannot hold, and a station without a list", () => {
    expect(plan({ wanted: many(11), limits: { capacity: 10 } })).toEqual({
      kind: "too-long",
      wanted: 11,
      capacity: 10,
    });
    expect(plan({ reported: -1, wanted: many(1) })).toEqual({ kind: "no-list" });
  });

  it("keeps to a limit in bytes", () => {
    const updates = updatesOf(plan({ wanted: many(10), limits: { linesPerMessage: 100, bytesPerMessage: 1000 } }));
    expect(updates.map(({ lines }) => lines.length)).toEqual([3, 3, 3, 1]);
  });

  it("leads from any list to any other", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const pick = (salt: number) =>
        list(
          ...Array.from({ length: 40 }, (_, index) => index)
            .filter((index) => (seed * 31 + index * salt) % 3 !== 0)
            .map((index) => entry(`T${index}`, { status: (seed + index * salt) % 5 ? "accepted" : "blocked" })),
        );
      const [from, to] = [pick(7), pick(13)];
      const limits = { linesPerMessage: 1 + (seed % 9) };
      const planned = planList({ held: { version: 1, list: from }, reported: 1, wanted: to, limits });
      const after = planned.kind === "in-step" ? from : obey(from.entries, updatesOf(planned));
      expect([after.keys, after.prints]).toEqual([to.keys, to.prints]);
    }
  });
});

describe("the lines of a station's list", () => {
  const token = (value: string, rest: Partial<TokenRecord> = {}): TokenRecord => ({
    value,
    kind: "iso14443",
    standing: "active",
    ...rest,
  });
  const all = { kinds: [], groups: [], withBlocked: true };
  const words = { longestToken: 20, kinds: true, masterPass: true, says: (kind: string) => kind !== "vin" };
  const here = { station: 1, site: 5, now };
  const values = (entries: readonly ListEntry[]) => entries.map(({ value, status }) => `${value} ${status}`);

  it("are of tokens that may charge there, and of those that may not, as such", () => {
    const tokens = [
      token("GOOD"),
      token("BAD", { standing: "blocked" }),
      token("OLD", { expiresAt: now }),
      token("SOON", { validFrom: new Date(now.getTime() + 1) }),
      token("AWAY", { places: [{ site: 6 }] }),
      token("SITE", { places: [{ site: 5 }] }),
      token("EVSE", { places: [{ station: 1, evse: 2 }] }),
      token("X".repeat(21)),
      token("CAR", { kind: "vin" }),
    ];
    const entries = entriesOf(tokens, all, words, here);
    expect(values(entries)).toEqual(["GOOD accepted", "BAD blocked", "OLD expired", "SITE accepted", "EVSE accepted"]);
    expect(entries.at(-1)?.evses).toEqual([2]);
    expect(values(entriesOf(tokens, { ...all, withBlocked: false }, words, here))).not.toContain("BAD blocked");
  });

  it("are of some kinds or groups only, where that is wanted", () => {
    const tokens = [token("A", { group: "G" }), token("B", { kind: "emaid", group: "G" }), token("C")];
    expect(values(entriesOf(tokens, { ...all, groups: ["G"] }, words, here))).toEqual(["A accepted", "B accepted"]);
    expect(values(entriesOf(tokens, { ...all, kinds: ["emaid"] }, words, here))).toEqual(["B accepted"]);
  });

  it("know no kinds and no master pass where the version does not; a block counts above all then", () => {
    const tokens = [token("A"), token("A", { kind: "emaid", standing: "blocked" }), token("M", { masterPass: true })];
    const old = { ...words, kinds: false, masterPass: false };
    expect(values(prepareList(entriesOf(tokens, all, old, here)).entries)).toEqual(["A blocked"]);
  });
});

describe("the next step of a list", () => {
  const sending = { state: "sending", step: 0, steps: 2, repairs: 0 } as const;
  const sent = { delivery: "sent", proof: "none" } as const;
  const accepted = { ...sent, answer: "accepted" } as const;

  it("asks first, plans what the answer leaves to do, and counts nothing before it was read back", () => {
    expect(nextListStep({ ...sending, state: "due" }, undefined)).toEqual({ do: "read", mend: false });
    expect(nextListStep({ ...sending, state: "reading" }, accepted)).toEqual({ do: "plan" });
    expect(nextListStep(sending, { ...accepted, proof: "waiting" })).toEqual({ do: "wait" });
    expect(nextListStep(sending, { ...accepted, proof: "confirmed" })).toEqual({ do: "send", step: 1 });
    expect(nextListStep({ ...sending, step: 1 }, { ...accepted, proof: "confirmed" })).toEqual({ do: "done" });
  });

  it("mends what was refused or did not stay with a whole list, once", () => {
    const refused = { ...sent, answer: "rejected", detail: "VersionMismatch" } as const;
    expect(nextListStep(sending, refused)).toEqual({ do: "read", mend: true });
    expect(nextListStep(sending, { ...accepted, proof: "unproven" })).toEqual({ do: "read", mend: true });
    expect(nextListStep({ ...sending, repairs: 1 }, refused)).toEqual({ do: "fail", why: "VersionMismatch" });
  });

  it("asks again after what nobody knows the end of, and never mends a station that has no list", () => {
    expect(nextListStep(sending, { delivery: "in-doubt", proof: "none" })).toEqual({ do: "read", mend: false });
    expect(nextListStep({ ...sending, steps: undefined }, { ...accepted, proof: "confirmed" })).toEqual({
      do: "read",
      mend: true,
    });
    expect(nextListStep(sending, { ...sent, answer: "unsupported" })).toMatchObject({ do: "fail" });
  });
});
