import type { Prisma } from "@chargehand/db/generated/client";
import type { TestConsole } from "./console";

type Db = Pick<TestConsole, "prisma" | "pool">;

/** A station as the gateway would have left it. */
export async function addStation(
  { prisma }: Db,
  { identity, site, ...facts }: Partial<Prisma.StationUncheckedCreateInput> & { identity: string; site?: string },
) {
  const siteId = site && (await siteNamed(prisma, site));
  return prisma.station.create({
    data: {
      identity,
      identityFolded: identity.toLowerCase(),
      approval: "approved",
      registration: "accepted",
      version: "2.0.1",
      connected: true,
      connectedAt: minutesAgo(60),
      lastSeenAt: minutesAgo(1),
      ...(siteId && { siteId }),
      ...facts,
    },
  });
}

/** An upsert that changes nothing looks first and writes after, and of many at once one comes too late. */
async function siteNamed(prisma: Db["prisma"], name: string): Promise<number> {
  await prisma.site.createMany({ data: { name }, skipDuplicates: true });
  return (await prisma.site.findUniqueOrThrow({ where: { name } })).id;
}

export const addConnector = (
  { prisma }: Db,
  stationId: number,
  facts: Partial<Prisma.ConnectorUncheckedCreateInput> = {},
) =>
  prisma.connector.create({
    data: { stationId, evse: 1, connector: 1, status: "available", receivedAt: minutesAgo(5), ...facts },
  });

let lastSession = 0;

export function addSession({ prisma }: Db, stationId: number, facts: Partial<Prisma.SessionUncheckedCreateInput> = {}) {
  lastSession += 1;
  return prisma.session.create({
    data: {
      id: lastSession,
      stationId,
      wireId: `tx-${lastSession}`,
      evse: 1,
      connector: 1,
      status: "open",
      startedAt: minutesAgo(30),
      receivedAt: minutesAgo(30),
      ...facts,
    },
  });
}

export async function addSample(
  { pool }: Db,
  {
    session,
    station,
    at,
    ...values
  }: { session: number; station: number; at: Date; powerW?: number; energyWh?: number; soc?: number },
) {
  await pool.query(
    `INSERT INTO journal.sample (session_id, station_id, evse, at, received_at, power_w, energy_wh, state_of_charge)
     VALUES ($1, $2, 1, $3, $3, $4, $5, $6)`,
    [session, station, at, values.powerW ?? null, values.energyWh ?? null, values.soc ?? null],
  );
}

let lastFrame = 0;

export async function addFrame(
  { pool }: Db,
  frame: {
    station: number;
    at?: Date;
    direction?: "in" | "out";
    action?: string | null;
    call?: string;
    answer?: string | null;
    answeredAt?: Date;
    verdict?: string;
    session?: number;
    epoch?: number;
  },
) {
  lastFrame += 1;
  const { station, at = new Date(), action = "StatusNotification", session, epoch = 0 } = frame;
  const { direction = "in", call = `[2,"m-${lastFrame}","${action}",{}]`, answer = `[3,"m-${lastFrame}",{}]` } = frame;
  const { answeredAt = answer === null ? null : new Date(at.getTime() + 12), verdict = "ok" } = frame;
  await pool.query(
    `INSERT INTO journal.frame (id, station_id, received_at, direction, message_id, action, call, answer, answered_at,
       verdict, session_id, epoch) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      lastFrame,
      station,
      at,
      direction === "in" ? 0 : 1,
      /^\[\d,"([^"]*)"/.exec(call)?.[1] ?? null,
      action,
      call,
      answer,
      answeredAt,
      verdict,
      session ?? null,
      epoch,
    ],
  );
  return lastFrame;
}

export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
