import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, statusPayload, type TestGateway, versions } from "./harness";
import { type Operator, startOperator } from "./operator";

let gateway: TestGateway;
let operator: Operator;
beforeAll(async () => {
  gateway = await startTestGateway({ UNKNOWN_TOKENS: "accept" });
  operator = await startOperator(gateway);
});
afterAll(async () => {
  await operator.stop();
  await gateway.stop();
});

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();

/** A station on which one session runs, in the words of its version. */
async function charging(identity: string, version: (typeof versions)[number]) {
  const old = version === "1.6";
  const station = await gateway.boot(identity, version);
  let seqNo = 0;
  const start = async (transactionId: string, minutesAgo: number) => {
    const answer = old
      ? await station.call("StartTransaction", {
          ...{ connectorId: 1, idTag: "CAFE01", meterStart: 1000 },
          timestamp: at(minutesAgo),
        })
      : await station.call("TransactionEvent", {
          ...{ eventType: "Started", triggerReason: "Authorized", seqNo: seqNo++, timestamp: at(minutesAgo) },
          ...{ transactionInfo: { transactionId }, evse: { id: 1, connectorId: 1 } },
        });
    expect(answer[0]).toBe(3);
  };
  const read = async (energyWh: number) => {
    const sampledValue = [{ value: old ? String(energyWh) : energyWh }];
    const place = old ? { connectorId: 1 } : { evseId: 1 };
    const answer = await station.call("MeterValues", { ...place, meterValue: [{ timestamp: at(1), sampledValue }] });
    expect(answer[0]).toBe(3);
  };
  await station.call("StatusNotification", statusPayload(version, "occupied"));
  await start("tx-1", 120);
  const { id } = await gateway.row<{ id: number }>(
    "SELECT x.id FROM session x JOIN station s ON s.id = x.station_id WHERE s.identity = $1",
    identity,
  );
  return { station, session: id, start, read };
}

const sessionsOfSamples = async (identity: string) =>
  (
    await gateway.rows<{ session_id: number | null }>(
      `SELECT m.session_id FROM journal.sample m JOIN station s ON s.id = m.station_id
       WHERE s.identity = $1 AND m.energy_wh IS NOT NULL AND m.energy_wh > 1000 ORDER BY m.energy_wh`,
      identity,
    )
  ).map(({ session_id }) => session_id);

describe.each(versions)("a session of a station of %s that a person closed", (version) => {
  it("is over for the gateway that has it in hand, and goes on once that is taken back", async () => {
    const identity = `CLOSED-${version}`;
    const { station, session, read } = await charging(identity, version);
    let wh = 1000;
    /** Reads the meter until the gateway knows; what it reads belongs to the session that runs, and to no other. */
    const belongTo = (expected: number | null) =>
      waitFor(
        async () => {
          wh += 10;
          await read(wh);
          return (await sessionsOfSamples(identity)).at(-1) === expected;
        },
        { what: `the meter's values to belong to ${expected}` },
      );
    await belongTo(session);
    await gateway.rows("UPDATE session SET closed_at = now() WHERE id = $1", session);
    await operator.ring(identity);
    await belongTo(null);
    await gateway.rows("UPDATE session SET closed_at = NULL WHERE id = $1", session);
    await operator.ring(identity);
    await belongTo(session);
    station.close();
  });

  it("asks for nobody again when the next one begins there, and its own end still counts", async () => {
    const identity = `NEXT-${version}`;
    const { station, session, start, read } = await charging(identity, version);
    const closedAt = at(60);
    await gateway.rows("UPDATE session SET closed_at = $2 WHERE id = $1", session, closedAt);
    await operator.ring(identity);
    let wh = 1000;
    await waitFor(
      async () => {
        wh += 10;
        await read(wh);
        return (await sessionsOfSamples(identity)).at(-1) === null;
      },
      { what: "the gateway to know" },
    );
    await start("tx-2", 5);
    const row = () =>
      gateway.row<object>(
        "SELECT status, ended_by, ended_at, closed_at, attention FROM session WHERE id = $1",
        session,
      );
    const over = new Date(closedAt);
    expect(await row()).toMatchObject({ status: "ended", ended_by: "assumed", ended_at: over, attention: [] });

    const [{ wire_id: name } = { wire_id: "" }] = await gateway.rows<{ wire_id: string }>(
      "SELECT wire_id FROM session WHERE id = $1",
      session,
    );
    const ended =
      version === "1.6"
        ? await station.call("StopTransaction", { transactionId: Number(name), meterStop: 4000, timestamp: at(90) })
        : await station.call("TransactionEvent", {
            ...{ eventType: "Ended", triggerReason: "EVDeparted", seqNo: 1, timestamp: at(90) },
            transactionInfo: { transactionId: "tx-1" },
          });
    expect(ended[0]).toBe(3);
    expect(await row()).toMatchObject({ status: "ended", ended_by: "station", closed_at: over });
    station.close();
  });
});

describe.each(versions)("a station of %s that is moved to another site", (version) => {
  it("charges by the prices of that site, and for those who may charge there, at once", async () => {
    const identity = `MOVED-${version}`;
    const station = await gateway.boot(identity, version);
    const { id: site } = await gateway.row<{ id: number }>(
      "INSERT INTO site (name) VALUES ($1) RETURNING id",
      `site of ${version}`,
    );
    const token = `SITE${version.replaceAll(".", "")}`;
    await gateway.addToken(token);
    await gateway.rows("UPDATE token SET places = $2 WHERE value = $1", token, JSON.stringify([{ site }]));
    const asks = async () => {
      const idToken = { idToken: token, type: "ISO14443" };
      const [, , answer] = await station.call("Authorize", version === "1.6" ? { idTag: token } : { idToken });
      const { idTagInfo, idTokenInfo } = Object(answer);
      return (idTagInfo ?? idTokenInfo).status as string;
    };
    expect(await asks()).not.toBe("Accepted");
    await gateway.rows("UPDATE station SET site_id = $2 WHERE identity = $1", identity, site);
    await operator.ring(identity);
    await waitFor(async () => (await asks()) === "Accepted", { what: "the station to be at its new site" });
    station.close();
  });
});
