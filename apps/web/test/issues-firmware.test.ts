import { insertEvents } from "@chargehand/db/events";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openConsole, operator, type TestConsole } from "./console";
import { followerOf } from "./followed";
import { addStation, minutesAgo } from "./network";

let house: TestConsole;
beforeEach(async () => {
  house = await openConsole();
});
afterEach(() => house.close());

/** A station that was told to update to 2.0, as its gateway keeps it. */
async function told(identity: string, watch: object, facts: object = {}, firmwareVersion = "1.0") {
  const { id: stationId } = await addStation(house, { identity, firmwareVersion });
  await house.prisma.command.create({
    data: {
      ...{ stationId, type: "update-firmware", command: {}, delivery: "sent", answer: "accepted", proof: "waiting" },
      ...{ sentAt: minutesAgo(10), expiresAt: minutesAgo(9), deadline: minutesAgo(-50) },
      plan: { watch: { for: "progress", of: "firmware", before: "1.0", expected: "2.0", ...watch } },
      ...facts,
    },
  });
  return stationId;
}

const updated = (station: number, at = new Date()) =>
  insertEvents(house.pool, [
    { station, at, event: { type: "security.reported", what: "FirmwareUpdated", critical: true } },
  ]);

it("new firmware is an issue only where nobody here asked for it, and stays in the record everywhere", async () => {
  const confirmed = (minutes: number) => ({ proof: "confirmed", confirmedAt: minutesAgo(minutes) });
  const expected = [
    await told("UNDER-WAY", {}),
    await told("BACK-AS-BEFORE", { booted: "1.0" }),
    await told("LATE", {}, { proof: "unproven", deadline: minutesAgo(5) }),
    await told("JUST-DONE", {}, confirmed(5), "2.0"),
  ];
  const unexpected = [
    (await addStation(house, { identity: "NOBODY-ASKED" })).id,
    await told("REFUSED", {}, { answer: "rejected", proof: "none" }),
    await told("OTHER-THAN-ASKED", { booted: "6.6" }, {}, "6.6"),
    await told("OTHER-AFTERWARDS", {}, confirmed(5), "6.6"),
    await told("LONG-DONE", {}, { ...confirmed(300), sentAt: minutesAgo(320) }, "2.0"),
  ];
  const { caughtUp } = followerOf(house);
  await caughtUp();
  for (const station of [...expected, ...unexpected]) await updated(station);
  // What happened while the update went on is heard of when the station is back.
  const backLater = await told("BACK-LATER", {}, { ...confirmed(300), sentAt: minutesAgo(320) }, "2.0");
  await updated(backLater, minutesAgo(310));
  await caughtUp();

  const people = house.as(operator);
  const { rows } = await people.issues.list({});
  expect(rows.map(({ station, severity }) => `${station?.identity} ${severity}`).toSorted()).toEqual([
    "LONG-DONE critical",
    "NOBODY-ASKED critical",
    "OTHER-AFTERWARDS critical",
    "OTHER-THAN-ASKED critical",
    "REFUSED critical",
  ]);
  expect(await house.pool.query("SELECT 1 FROM journal.event WHERE type = 'security.reported'")).toMatchObject({
    rowCount: 10,
  });
});

it("what was expected when it was told is no issue either when issues are first made of it", async () => {
  await updated(await told("JUST-DONE", {}, { proof: "confirmed", confirmedAt: minutesAgo(5) }, "2.0"));
  await updated((await addStation(house, { identity: "NOBODY-ASKED" })).id);
  await followerOf(house).caughtUp();
  const { rows } = await house.as(operator).issues.list({});
  expect(rows.map(({ station }) => station?.identity)).toEqual(["NOBODY-ASKED"]);
});
