import type { Command } from "@chargehand/domain/command";
import { expect, it } from "vitest";
import type { CommandView } from "../commands/command-view";
import { commandOf, orderWith, progressOf } from "./migration";

const profile = { url: "wss://new.example", securityProfile: 2, link: "wired-0", timeoutSeconds: 30 } as const;
const set: Command = { type: "set-network-profile", slot: 1, profile };

let number = 0;
const given = (command: Command, facts: Partial<CommandView> = {}): CommandView => {
  number += 1;
  return {
    ...{ id: String(number), station: "CS-1", command, by: "Ada", createdAt: new Date(number * 1000) },
    ...{ delivery: "sent", answer: "accepted", proof: "confirmed" },
    ...facts,
  };
};

/** As lists of commands are: newest first. */
const after = (...commands: CommandView[]) => progressOf(commands.toReversed(), "1").next;

it("is told step by step, the next one once the one before is through", () => {
  const steps = [given(set)];
  expect(after()).toBe("set");
  expect(after(...steps)).toBe("empty");
  expect(after(...steps, given(commandOf("empty", ["1", "0"]), { answer: "scheduled", proof: "waiting" }))).toBe(
    "empty",
  );
  steps.push(given(commandOf("empty", ["1", "0"])));
  expect(after(...steps)).toBe("queue");
  expect(after(...steps, given(commandOf("queue", ["1", "0"]), { answerDetail: "messages still wait" }))).toBe("queue");
  steps.push(given(commandOf("queue", ["1", "0"])));
  expect(after(...steps)).toBe("prefer");
  steps.push(given(commandOf("prefer", ["1", "0"]), { answer: "reboot-required", proof: "none" }));
  expect(after(...steps)).toBe("restart");
  steps.push(given(commandOf("restart", ["1", "0"])));
  expect(after(...steps)).toBeUndefined();
});

it("does not take what was told before the way was set for a step of it", () => {
  const earlier = [given(commandOf("empty", ["1", "0"])), given(commandOf("queue", ["1", "0"])), given(set)];
  expect(after(...earlier)).toBe("empty");
});

it("does not take the way of another slot for this one", () => {
  expect(after(given({ ...set, slot: 2 }))).toBe("set");
});

it("keeps the ways there are behind the new one, in case it leads nowhere", () => {
  expect(orderWith("1", "0,1")).toEqual(["1", "0"]);
  expect(orderWith("2", "0, 1")).toEqual(["2", "0", "1"]);
  expect(orderWith("1")).toEqual(["1"]);
});
