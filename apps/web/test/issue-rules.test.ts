import { insertEvents } from "@chargehand/db/events";
import type { DomainEvent } from "@chargehand/domain/event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tryWhatIsDue } from "../src/server/issues/tries";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { followerOf } from "./followed";
import { addStation } from "./network";

let house: TestConsole;
let people: ReturnType<TestConsole["as"]>;
beforeEach(async () => {
  house = await openConsole();
  people = house.as(operator);
});
afterEach(() => house.close());

const rule = {
  name: "Reset on OtherError",
  kind: "fault",
  codes: ["OtherError"],
  remedy: "soft-reset",
  afterSeconds: 60,
} as const;
const about = { ...rule, codes: ["OtherError"], vendor: null, site: null };

describe("a rule", () => {
  it("does nothing until somebody turns it on", async () => {
    await people.issues.createRule(about);
    await faulted("CS-1");
    expect(await house.prisma.issueTry.count()).toBe(0);
    expect(await people.issues.rules()).toMatchObject([{ enabled: false, name: "Reset on OtherError", tried: 0 }]);
  });

  it("tries once the trouble had its time, by the one way of commands, and its issue tells every step", async () => {
    const { id } = await people.issues.createRule(about);
    await people.issues.switchRule({ id, enabled: true });
    const { station, issue } = await faulted("CS-1");
    await tried();
    expect(await house.prisma.command.count()).toBe(0);

    later(2);
    await Promise.all([tried(), tried()]);
    const commands = await house.prisma.command.findMany();
    expect(commands).toMatchObject([
      {
        stationId: station,
        type: "reset",
        command: { when: "idle" },
        origin: "system",
        requestedBy: "system",
        reason: rule.name,
      },
    ]);
    expect(await people.issues.byId({ id: issue })).toMatchObject({ state: "recovering", lastTry: { state: "tried" } });
    expect(await house.prisma.audit.findMany({ where: { action: "command.reset" } })).toMatchObject([
      { actor: "system", origin: "system" },
    ]);

    await happens({ type: "connector.available", evse: 1, connector: 1 }, station);
    await caughtUp();
    await tried();
    expect(await people.issues.byId({ id: issue })).toMatchObject({ state: "watching", tries: [{ state: "worked" }] });
    expect(await people.issues.rules()).toMatchObject([{ tried: 1, worked: 1 }]);
  });

  it("tries twice and no more, and then a person is told", async () => {
    await people.issues.choose({ severity: "minor" });
    const { id } = await people.issues.createRule(about);
    await people.issues.switchRule({ id, enabled: true });
    const { issue } = await faulted("CS-1");
    expect(await house.prisma.issueNotice.count()).toBe(0);
    for (const minutes of [2, 13, 15, 27, 29]) {
      later(minutes);
      await tried();
    }
    const { tries, history, state } = await people.issues.byId({ id: issue });
    expect(tries.map((one) => [one.state, one.detail])).toEqual([
      ["failed", "no-change"],
      ["failed", "no-change"],
    ]);
    expect(history.map(({ type }) => type)).toEqual([
      "gave-up",
      "try-failed",
      "tried",
      "try-failed",
      "tried",
      "opened",
    ]);
    expect(state).toBe("new");
    expect(await house.prisma.issueNotice.findMany()).toMatchObject([{ issueId: issue, userId: operator.id }]);
  });

  it("says that it failed where the station is gone, and leaves alone what passed by itself", async () => {
    const { id } = await people.issues.createRule(about);
    await people.issues.switchRule({ id, enabled: true });
    const gone = await faulted("GONE");
    const well = await faulted("WELL");
    await house.prisma.station.update({ where: { id: gone.station }, data: { connected: false } });
    await happens({ type: "connector.available", evse: 1, connector: 1 }, well.station);
    await caughtUp();
    later(2);
    await tried();
    expect((await people.issues.byId({ id: gone.issue })).tries[0]).toMatchObject({
      state: "failed",
      detail: "GONE is offline.",
    });
    expect((await people.issues.byId({ id: well.issue })).tries).toMatchObject([{ state: "dropped" }]);
    expect(await house.prisma.command.count()).toBe(0);
  });

  it("is counted before it is turned on: whom it would have meant, and how often", async () => {
    await faulted("CS-1");
    await faulted("CS-2", "GroundFailure");
    expect(await people.issues.dryRun(about)).toEqual({
      days: 30,
      issues: 1,
      stations: 1,
      tries: 1,
      passed: 0,
      openNow: 1,
    });
    expect(await people.issues.dryRun({ ...about, codes: [] })).toMatchObject({ issues: 2, stations: 2, tries: 2 });
    expect(await people.issues.dryRun({ ...about, vendor: "Nobody" })).toMatchObject({ issues: 0, tries: 0 });
  });

  it("is nobody's to make who may only look", async () => {
    await expect(house.as(viewer).issues.createRule(about)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

async function faulted(identity: string, errorCode = "OtherError") {
  const { id: station } = await addStation(house, { identity });
  await caughtUp();
  await happens({ type: "connector.faulted", evse: 1, connector: 1, errorCode }, station);
  await caughtUp();
  const { id: issue } = await house.prisma.issue.findFirstOrThrow({ where: { stationId: station } });
  return { station, issue };
}

const later = (minutes: number) => {
  house.time.now = new Date(begun + minutes * 60_000);
};
const begun = Date.now();

function tried() {
  const { prisma, clock } = house.context(operator);
  return tryWhatIsDue({ ...followerOf(house, { sendsMail: true }).context, prisma, clock, bus: house.bus });
}

const caughtUp = () => followerOf(house, { sendsMail: true }).caughtUp();

const happens = (event: DomainEvent, station: number) => insertEvents(house.pool, [{ station, event }]);
