import { expect, it } from "vitest";
import { worstConnector } from "./station-view";

const connector = (state: "faulted" | "charging" | "available", minute: number) => ({
  state,
  since: new Date(Date.UTC(2026, 10, 23, 14, minute)),
});

it("speaks of a station's fault, however many connectors charge", () => {
  const fault = connector("faulted", 9);
  expect(worstConnector([connector("charging", 1), fault, connector("available", 2)])).toBe(fault);
});

it("speaks of the fault that is there longest", () => {
  const first = connector("faulted", 1);
  expect(worstConnector([connector("faulted", 9), first])).toBe(first);
});

it("says nothing of a station whose connectors are not known yet", () => {
  expect(worstConnector([])).toBeUndefined();
});
