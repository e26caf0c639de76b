import { describe, expect, it } from "vitest";
import type { Command } from "../command";
import type { OcppVersion } from "../vocabulary";
import { type Given, nextOrder, type Order } from "./next-order";
import type { Reported } from "./plan";
import type { Desired } from "./template";

const ref = (name: string) => ({ component: "", name });
const keyOf = (name: string) => `////${name}/`.toLowerCase();

/** A station with values and the power to change them, that is told what comes next until there is an end. */
function station(
  values: Record<string, Reported>,
  { version = "1.6" as OcppVersion, afterReboot = [] as string[] } = {},
) {
  const reported = new Map(Object.entries(values).map(([name, reading]) => [keyOf(name), reading]));
  const given: Given[] = [];
  const actual = new Map(reported);
  const booting = new Map<string, string>();
  const next = (wanted: Record<string, string>, reboot = false): Order =>
    nextOrder({
      version,
      desired: Object.entries(wanted).map(
        ([name, value]): Desired => ({
          variable: ref(name),
          value,
          key: keyOf(name),
          template: { id: 1, name: "Base" },
        }),
      ),
      knowledge: { reported, isWhole: false, afterReboot: new Set(afterReboot.map(keyOf)) },
      given,
      reboot,
    });

  function obey(command: Command) {
    const done = (fate: Partial<Given>) =>
      given.push({ command, delivery: "sent", answer: "accepted", proof: "none", ...fate });
    if (command.type === "reset") {
      for (const [key, value] of booting) actual.set(key, { value });
      return done({ proof: "confirmed" });
    }
    if (command.type === "read-variables") {
      for (const { name } of command.variables ?? []) {
        const reading = actual.get(keyOf(name));
        if (reading) reported.set(keyOf(name), reading);
      }
      return done({ proof: "confirmed" });
    }
    if (command.type !== "write-variables") throw new Error(`nobody told it to ${command.type}`);
    const later = command.writes.filter(({ variable }) => afterReboot.includes(variable.name));
    for (const { variable, value } of later) booting.set(keyOf(variable.name), value);
    if (later.length > 0) return done({ answer: "reboot-required" });
    for (const { variable, value } of command.writes) {
      actual.set(keyOf(variable.name), { value });
      reported.set(keyOf(variable.name), { value });
    }
    return done({ proof: "confirmed" });
  }

  return {
    reported,
    given,
    next,
    /** Everything that it is told, in short, and the end. */
    run(wanted: Record<string, string>, reboot = false): string[] {
      const told: string[] = [];
      for (;;) {
        const order = next(wanted, reboot);
        if (order.do === "end") return [...told, `${order.state}: ${order.reason}`];
        told.push(inShort(order.command));
        obey(order.command);
        if (told.length > 30) throw new Error(`there is no end to it: ${told.join(", ")}`);
      }
    },
  };
}

function inShort(command: Command): string {
  if (command.type === "write-variables")
    return `write ${command.writes.map(({ variable }) => variable.name).join(" ")}`;
  if (command.type === "read-variables") return `read ${command.variables?.map(({ name }) => name).join(" ")}`;
  return command.type;
}

describe("a station that is set up", () => {
  it("is told one key after another in 1.6, and each only once", () => {
    expect(station({ A: { value: "0" }, B: { value: "0" } }).run({ A: "1", B: "2" })).toEqual([
      "write A",
      "write B",
      "succeeded: 2 values written and read back",
    ]);
  });

  it("is told all in one call in 2.x", () => {
    const { run } = station({ A: { value: "0" }, B: { value: "0" } }, { version: "2.0.1" });
    expect(run({ A: "1", B: "2" })).toEqual(["write A B", "succeeded: 2 values written and read back"]);
  });

  it("is told nothing that is so already", () => {
    expect(station({ A: { value: "1" }, B: { value: "0" } }).run({ A: "1", B: "2" })).toEqual([
      "write B",
      "succeeded: 1 value written and read back",
    ]);
    expect(station({ A: { value: "1" } }).run({ A: "1" })).toEqual(["skipped: already so"]);
  });

  it("is asked first what was never read, and left alone where it does not have it", () => {
    expect(station({ A: { value: "0" } }).run({ A: "1", B: "2" })).toEqual([
      "read B",
      "write A",
      "succeeded: 1 value written and read back; not known to the station: B",
    ]);
  });

  it("is left alone where it cannot be written, and that is said", () => {
    expect(station({ A: { value: "0", mutability: "read-only" } }).run({ A: "1" })).toEqual(["skipped: read-only: A"]);
  });

  it("has nothing to do where no template is meant for it", () => {
    expect(station({}).run({})).toEqual(["skipped: no template is meant for it"]);
  });
});

describe("what holds only after a boot", () => {
  const values = { A: { value: "0" }, Apn: { value: "old" } };

  it("is written last and alone, then the station boots, and it is read again", () => {
    const { run } = station(values, { version: "2.0.1", afterReboot: ["Apn"] });
    expect(run({ A: "1", Apn: "new" }, true)).toEqual([
      "write A",
      "write Apn",
      "reset",
      "read Apn",
      "succeeded: 2 values written and read back",
    ]);
  });

  it("waits for the next boot where nobody asked for one, and is not written again", () => {
    const { run } = station(values, { afterReboot: ["Apn"] });
    expect(run({ Apn: "new" })).toEqual([
      "write Apn",
      "read Apn",
      "succeeded: written, holds after its next boot: Apn",
    ]);
  });

  it("has failed where the boot changed nothing", () => {
    const stubborn = station(values, { afterReboot: ["Apn"] });
    const write: Command = { type: "write-variables", writes: [{ variable: ref("Apn"), value: "new" }] };
    const look: Command = { type: "read-variables", variables: [ref("Apn")] };
    stubborn.given.push(
      { command: write, delivery: "sent", answer: "reboot-required", proof: "none" },
      { command: { type: "reset", when: "idle" }, delivery: "sent", answer: "accepted", proof: "confirmed" },
      { command: look, delivery: "sent", answer: "accepted", proof: "confirmed" },
    );
    expect(stubborn.next({ Apn: "new" }, true)).toMatchObject({ do: "end", state: "failed" });
  });
});

describe("what was given before", () => {
  const write: Command = { type: "write-variables", writes: [{ variable: ref("A"), value: "1" }] };

  it("is not given again, even if the station says something else since", () => {
    const fickle = station({ A: { value: "0" } });
    fickle.given.push({ command: write, delivery: "sent", answer: "accepted", proof: "confirmed" });
    expect(fickle.next({ A: "1" })).toEqual({ do: "end", state: "failed", reason: "it has other values again: A" });
  });

  it("is given again where it never left us", () => {
    for (const delivery of ["expired", "cancelled"] as const) {
      const again = station({ A: { value: "0" } });
      again.given.push({ command: write, proof: "none", delivery });
      expect(again.next({ A: "1" })).toEqual({ do: "tell", command: write });
    }
  });

  it("is looked at first where it was refused or never answered, when a person asks for another try", () => {
    for (const fate of [{ answer: "rejected" }, { answer: "none", proof: "unproven" }] as const) {
      const again = station({ A: { value: "0" } });
      again.given.push({ command: write, delivery: "sent", proof: "none", ...fate });
      expect(again.run({ A: "1" })).toEqual(["read A", "write A", "succeeded: 1 value written and read back"]);
    }
  });

  it("is asked again where nobody answered the question", () => {
    const silent = station({});
    const look: Command = { type: "read-variables", variables: [ref("A")] };
    silent.given.push({ command: look, delivery: "sent", answer: "none", proof: "none" });
    expect(silent.next({ A: "1" })).toEqual({ do: "tell", command: look });
  });
});
