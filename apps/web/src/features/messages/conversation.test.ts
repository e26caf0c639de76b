import { describe, expect, it } from "vitest";
import { countNewer, messageName, stateOf, withNewer } from "./conversation";
import type { MessageRow } from "./message-view";

const message = (number: number, facts: Partial<MessageRow> = {}): MessageRow => ({
  id: `7.${1_795_000_000_000_000 + number * 1_000}.${number}`,
  at: new Date(1_795_000_000_000 + number),
  station: "CS-1",
  from: "station",
  action: "MeterValues",
  verdict: "ok",
  ...facts,
});
const numbers = (rows: readonly MessageRow[]) => rows.map(({ id }) => Number(id.split(".").at(-1)));

describe("a running conversation", () => {
  it("takes newer messages at its head, whatever order they come in", () => {
    expect(numbers(withNewer([message(2), message(1)], [message(3), message(5), message(4)]))).toEqual([5, 4, 3, 2, 1]);
  });

  it("fills in the answer of a call where it stands", () => {
    const rows = withNewer([message(2), message(1, { verdict: "open" })], [message(1, { answer: "ok" })]);
    expect(rows[1]).toMatchObject({ verdict: "ok", answer: "ok" });
    expect(rows).toHaveLength(2);
  });

  it("is the very same when nothing in it changed, so that nothing is drawn again", () => {
    const rows = [message(2), message(1)];
    expect(withNewer(rows, [message(2)])).toBe(rows);
  });

  it("counts what came since it was paused", () => {
    const shown = [message(2), message(1)];
    expect(countNewer(shown, withNewer(shown, [message(3), message(4)]))).toBe(2);
  });

  it("counts all that came, however many", () => {
    const shown = [message(1)];
    const many = Array.from({ length: 1_204 }, (_, number) => message(number + 2));
    expect(countNewer(shown, withNewer(shown, many))).toBe(1_204);
  });

  it("takes a message that was written late to where its time is", () => {
    expect(numbers(withNewer([message(5), message(2)], [message(3), message(6)]))).toEqual([6, 5, 3, 2]);
  });

  it("goes on from its newest, telling what it knows of the last moments and which calls are open", () => {
    const rows = [message(9_000), message(8_000, { verdict: "open" }), message(1)];
    expect(stateOf(rows)).toEqual({
      after: rows[0]?.id,
      // From a time: what is written late may have come before all that is known of the last moments.
      recent: { since: "0.1795000007000000.0", count: 2 },
      open: [rows[1]?.id],
    });
    expect(stateOf([])).toBeUndefined();
  });

  it("names a message by its number", () => {
    expect(messageName("7.1795000000000255.255")).toBe("ff");
  });
});
