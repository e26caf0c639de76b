import { expect, it } from "vitest";
import { patienceMs, sortOut, type WaitingAction } from "./waiting";

it("what waited too long is not sent when there is a line again, and stays to be seen", () => {
  const action = (id: string, until: number): WaitingAction => ({
    ...{ id, stationId: 1, station: "CS-1", label: "Stop", until },
    command: { type: "stop", session: "7" },
  });
  const given = 1_000_000;
  const actions = [action("late", given + patienceMs), action("in time", given + patienceMs + 1)];
  const { due, over } = sortOut(actions, given + patienceMs);
  expect([due.map(({ id }) => id), over.map(({ id }) => id)]).toEqual([["in time"], ["late"]]);
});
