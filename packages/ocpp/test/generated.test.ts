import { expect, it } from "vitest";
import { senderOf } from "../src/actions";
import { senders } from "../src/generated/actions";
import * as ocpp16 from "../src/generated/ocpp16-validators";
import * as ocpp21 from "../src/generated/ocpp21-validators";
import * as ocpp201 from "../src/generated/ocpp201-validators";
import { versions } from "../src/version";

const validators = { "1.6": ocpp16, "2.0.1": ocpp201, "2.1": ocpp21 };

it.each([
  { version: "1.6", schemas: 78, actions: 39 },
  { version: "2.0.1", schemas: 128, actions: 64 },
  { version: "2.1", schemas: 181, actions: 91 },
] as const)("has a validator for every schema of $version", ({ version, schemas, actions }) => {
  expect(Object.keys(validators[version])).toHaveLength(schemas);
  expect(Object.keys(senders[version])).toHaveLength(actions);
});

it.each(versions)("knows the sender of exactly the actions that have a schema in %s", (version) => {
  const requests = Object.keys(validators[version]).filter((name) => name.endsWith("Request"));
  expect(Object.keys(senders[version]).sort()).toEqual(requests.map((name) => name.replace(/Request$/, "")).sort());
});

it("has one action of 2.1 that is sent and never answered", () => {
  const names = Object.keys(ocpp21);
  const unanswered = names.filter(
    (name) => name.endsWith("Request") && !names.includes(name.replace(/Request$/, "Response")),
  );
  expect(unanswered).toEqual(["NotifyPeriodicEventStreamRequest"]);
});

it.each([
  { version: "1.6", station: 13, csms: 25, both: 1 },
  { version: "2.0.1", station: 24, csms: 39, both: 1 },
  { version: "2.1", station: 36, csms: 54, both: 1 },
] as const)("knows who speaks in $version", ({ version, ...counts }) => {
  for (const [sender, count] of Object.entries(counts)) {
    expect(Object.keys(senders[version]).filter((action) => senderOf(version, action) === sender)).toHaveLength(count);
  }
});

it("takes no inherited property for an action", () => {
  expect(senderOf("1.6", "constructor")).toBeUndefined();
  expect(senderOf("2.1", "toString")).toBeUndefined();
});
