import type { AddressInfo } from "node:net";
import { insertEvents } from "@chargehand/db/events";
import { waitFor } from "@chargehand/testing/wait-for";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mailOf } from "../src/server/issues/mail";
import { startPostman } from "../src/server/issues/postman";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { followerOf } from "./followed";
import { addStation } from "./network";

let house: TestConsole;
let people: ReturnType<TestConsole["as"]>;
let server: SMTPServer;
let url: string;
let refusesWith: string | undefined;
const letters: { to: string[]; text: string }[] = [];
const closing: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  letters.length = 0;
  refusesWith = undefined;
  house = await openConsole();
  people = house.as(operator);
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, answer) => answer(refusesWith ? new Error(refusesWith) : undefined),
    onData(stream, session, answer) {
      let text = "";
      stream.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      stream.on("end", () => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        answer();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // A server that listens on a port has an address with one.
  const { port } = server.server.address() as AddressInfo;
  url = `smtp://127.0.0.1:${port}`;
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
  await new Promise<void>((closed) => server.close(closed));
  await house.close();
});

describe("a letter", () => {
  it("tells of an issue once, however many children it has, and links to it", async () => {
    await people.issues.choose({ severity: "major" });
    const stations = await Promise.all(
      Array.from({ length: 5 }, (_, n) => addStation(house, { identity: `K-${n}`, site: "North" })),
    );
    await caughtUp();
    for (const { id } of stations) await silent(id);
    later(25);
    await caughtUp();
    await begin();
    await begin();
    later(40);

    await until(1);
    const issue = await house.prisma.issue.findFirstOrThrow();
    expect(letters[0]?.to).toEqual([operator.email]);
    expect(letters[0]?.text).toContain("Subject: critical: North: 5 of 5 stations offline");
    expect(letters[0]?.text).toContain(`https://console.example/issues/${issue.id}`);
    await settled(1);
    expect(letters).toHaveLength(1);
  });

  it("holds several issues of one moment, and goes only to those who want to know", async () => {
    await people.issues.choose({ severity: "major" });
    expect(await people.issues.choice()).toEqual({ severity: "major", canSend: false });
    await expect(house.as(viewer).issues.choose({ severity: "minor" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const identity of ["CS-1", "CS-2", "CS-3"]) await faulted(identity);
    later(15);
    await begin();
    await until(1);
    await settled(3);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain("3 issues, CS-1: connector 1 faulted, GroundFailure first");
  });

  it("is not sent about what was less urgent than somebody wants, or is over by then", async () => {
    await faulted("CS-1");
    expect(await house.prisma.issueNotice.count()).toBe(0);
    await people.issues.choose({ severity: "minor" });
    const station = await faulted("CS-2");
    await insertEvents(house.pool, [{ station, event: { type: "connector.available", evse: 1, connector: 1 } }]);
    await caughtUp();
    later(700);
    await caughtUp();
    await begin();
    await waitFor(async () => (await house.prisma.issueNotice.count({ where: { state: "dropped" } })) === 1, {
      what: "the letter to be dropped",
    });
    expect(letters).toEqual([]);
  });

  it("goes again as the same letter when the mail server would not take it", async () => {
    await people.issues.choose({ severity: "major" });
    refusesWith = "not now";
    await faulted("CS-1");
    later(15);
    await begin();
    const notice = await waitForNotice(({ attempts }) => attempts === 1);
    expect(notice).toMatchObject({ state: "waiting", detail: expect.stringContaining("not now") });

    refusesWith = undefined;
    later(120);
    await until(1);
    expect(letters[0]?.text).toContain(`Message-ID: ${notice.messageId}`);
    expect(await waitForNotice(({ state }) => state === "sent")).toMatchObject({ attempts: 2 });
  });
});

const later = (seconds: number) => {
  house.time.now = new Date(Date.now() + seconds * 1_000);
};

const caughtUp = () => followerOf(house, { sendsMail: true }).caughtUp();

async function faulted(identity: string): Promise<number> {
  const { id: station } = await addStation(house, { identity });
  await caughtUp();
  const event = { type: "connector.faulted", evse: 1, connector: 1, errorCode: "GroundFailure" } as const;
  await insertEvents(house.pool, [{ station, event }]);
  await caughtUp();
  return station;
}

const silent = (station: number) =>
  insertEvents(house.pool, [{ station, event: { type: "station.disconnected", closeCode: 1006, closeReason: "" } }]);

async function begin() {
  const { clock } = house.context(operator);
  const mail = mailOf(url, "Chargehand <chargehand@example.org>");
  const onError = (error: unknown) => void house.errors.push(error);
  closing.push(
    await startPostman({
      pool: house.pool,
      bus: house.bus,
      clock,
      mail,
      consoleUrl: "https://console.example",
      onError,
    }),
  );
}

const until = (count: number) =>
  waitFor(() => letters.length >= count, { what: `${count} letters`, timeoutMs: 15_000 });

const settled = (count: number) =>
  waitFor(async () => (await house.prisma.issueNotice.count({ where: { state: "sent" } })) === count, {
    what: "every letter to be sent",
  });

async function waitForNotice(isSo: (notice: { state: string; attempts: number }) => boolean) {
  await waitFor(async () => (await house.prisma.issueNotice.findMany()).some(isSo), {
    what: "the letter to be so",
    timeoutMs: 15_000,
  });
  return house.prisma.issueNotice.findFirstOrThrow();
}
