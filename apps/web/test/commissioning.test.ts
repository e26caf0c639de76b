import { insertRefusals } from "@chargehand/db/refusals";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addConnector, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
beforeAll(async () => {
  house = await openConsole();
});
afterAll(() => house.close());

const refusal = (identity: string | undefined, reason: string, at = new Date()) => ({
  at,
  identity,
  path: `/ocpp/${identity ?? ""}`,
  remoteAddress: "10.0.0.7",
  status: 401,
  reason,
  detail: "words of the gateway",
  offered: "ocpp1.5",
  userAgent: "Elmo/3",
});

const howFar = (station: number) => house.as(viewer).stations.commissioning({ station });

it("a station that has never called has nothing to show but what to type into it", async () => {
  const { id } = await house.as(operator).stations.create({ identity: "NEW-1" });
  expect(await howFar(id)).toMatchObject({
    identity: "NEW-1",
    address: "ws://gateway.example:9000/ocpp/NEW-1",
    connected: false,
    connection: null,
    refusals: [],
    connectors: [],
    firstStatusAt: null,
    session: null,
  });
});

it("shows who tried under its name, who tried under none, and not who tried before it was added", async () => {
  await insertRefusals(house.pool, [refusal("NEW-2", "unknown-station", minutesAgo(5))]);
  const { id } = await house.as(operator).stations.create({ identity: "NEW-2" });
  await house.as(operator).stations.create({ identity: "NEW-3" });
  await insertRefusals(house.pool, [
    refusal("NEW-2", "wrong-password"),
    refusal("NEW-3", "wrong-password"),
    refusal("NEW-2O", "unknown-station"),
    refusal(undefined, "no-identity"),
  ]);
  const { refusals, strangers } = await howFar(id);
  expect(refusals).toMatchObject([{ reason: "wrong-password", offered: "ocpp1.5", userAgent: "Elmo/3" }]);
  expect(refusals[0]?.at).toBeInstanceOf(Date);
  expect(strangers.map(({ reason }) => reason).toSorted()).toEqual(["no-identity", "unknown-station"]);
});

it("tells what the station told, and what flows", async () => {
  const { id } = await addStation(house, { identity: "HERE", createdAt: minutesAgo(90), clockSkewMs: -1_200 });
  await addConnector(house, id, { evse: 0, connector: 0 });
  await addConnector(house, id, { evse: 1, status: "faulted", errorCode: "GroundFailure" });
  const { id: session } = await addSession(house, id, { powerW: 3_700, meterStartWh: 100, meterWh: 350 });
  expect(await howFar(id)).toMatchObject({
    connected: true,
    registration: "accepted",
    clockSkewMs: -1_200,
    connectors: [{ evse: 1, status: "faulted", errorCode: "GroundFailure" }],
    session: { id: session, open: true, energyWh: 250, powerW: 3_700 },
  });
});

it("a station may be told to come by TLS only", async () => {
  const { id } = await house.as(operator).stations.create({ identity: "TLS-1", securityProfile: 2 });
  expect(await house.prisma.station.findUnique({ where: { id } })).toMatchObject({ securityProfile: 2 });
});

it("nobody is told of a station that is not there", async () => {
  await expect(howFar(999_999)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
