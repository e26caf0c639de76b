import { callsOf } from "@chargehand/ocpp/request-schemas";
import { whyUnsayable } from "@chargehand/ocpp/unsayable";
import { versions } from "@chargehand/ocpp/version";
import { describe, expect, it } from "vitest";
import { type FieldKind, formOf, starterOf } from "./form-model";

const now = new Date("2026-11-23T10:00:00.123Z");

describe("the form of a call", async () => {
  const form = formOf((await callsOf("2.0.1")).SetChargingProfile?.schema ?? {});
  const profile = field(form, "chargingProfile");
  const schedule = field(profile, "chargingSchedule");

  it("has what is required first, and no customData anywhere", () => {
    expect(form.fields.map(({ name, isRequired }) => [name, isRequired])).toEqual([
      ["evseId", true],
      ["chargingProfile", true],
    ]);
    expect(JSON.stringify(form)).not.toContain("customData");
  });

  it("offers the words of an enumeration, a date with its own control, and whole numbers as such", () => {
    expect(field(profile, "chargingProfileKind")).toEqual({
      is: "choice",
      values: ["Absolute", "Recurring", "Relative"],
    });
    expect(field(profile, "validFrom")).toEqual({ is: "time" });
    expect(field(profile, "stackLevel")).toMatchObject({ is: "number", isWhole: true });
    expect(field(profile, "transactionId")).toEqual({ is: "text", longest: 36 });
  });

  it("has lists of groups with the limits of their length, however deep", () => {
    expect(schedule).toMatchObject({ is: "list", fewest: 1, most: 3 });
    const periods = field(schedule.is === "list" ? schedule.item : schedule, "chargingSchedulePeriod");
    expect(periods).toMatchObject({ is: "list", fewest: 1, most: 1024 });
    expect(field(periods.is === "list" ? periods.item : periods, "limit")).toMatchObject({ isWhole: false });
  });

  it("carries what the specification says of a field, without the model's references", () => {
    const help = profile.is === "group" && profile.fields.find(({ name }) => name === "stackLevel")?.help;
    expect(help).toMatch(/^Value determining level in hierarchy stack/);
  });
});

describe.each(versions)("each form of %s", async (version) => {
  it.each(Object.entries(await callsOf(version)))(
    "starts with what %s takes, but for texts that may not be empty",
    (action, { schema }) => {
      const payload = Object(starterOf(formOf(schema), now));
      const complaint = whyUnsayable(version, { action, payload });
      // An empty text is no address; somebody has to write one.
      expect(complaint?.why ?? "").toMatch(/^$|must match format "uri"$/);
    },
  );
});

function field(kind: FieldKind, name: string): FieldKind {
  const found = kind.is === "group" ? kind.fields.find((one) => one.name === name) : undefined;
  if (!found) throw new Error(`no field ${name}`);
  return found.kind;
}
