import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import type { Version } from "@chargehand/ocpp/version";
import type { RawClient } from "@chargehand/simulator/raw-client";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway, versions } from "./harness";
import { type Operator, startOperator } from "./operator";

let gateway: TestGateway;
let operator: Operator;
beforeAll(async () => {
  gateway = await startTestGateway();
  operator = await startOperator(gateway);
});
afterAll(async () => {
  await operator.stop();
  await gateway.stop();
});

/** Makes a token with some of its columns. */
async function token(value: string, columns: Record<string, unknown> = {}) {
  const all = { value, folded: value.toUpperCase(), kind: "iso14443", ...columns };
  const names = Object.keys(all).map((name) => `"${name}"`);
  await gateway.rows(
    `INSERT INTO token (${names.join()}) VALUES (${names.map((_, index) => `$${index + 1}`).join()})`,
    ...Object.values(all),
  );
}

interface Verdict {
  status: string;
  [field: string]: unknown;
}

/** A driver at a station, in the words of its version: what the token is answered at each step. */
function driver(station: RawClient, version: Version) {
  const old = version === "1.6";
  const ask = async (action: string, payload: unknown) => {
    const answer = await station.call(action, payload);
    expect(answer, `${action} ${JSON.stringify(answer)}`).toEqual([3, expect.any(String), expect.any(Object)]);
    return answer[2] as { transactionId?: number; idTagInfo?: Verdict; idTokenInfo?: Verdict };
  };
  let second = 0;
  const at = () => new Date(Date.now() - 60_000 + second++ * 1000).toISOString();
  const idToken = (value: string) => ({ idToken: value, type: "ISO14443" });
  const event = (session: string | number, eventType: string, seqNo: number, rest: object = {}) =>
    ask("TransactionEvent", {
      eventType,
      seqNo,
      triggerReason: eventType === "Updated" ? "MeterValuePeriodic" : "Authorized",
      timestamp: at(),
      transactionInfo: { transactionId: session },
      ...rest,
    });
  let seqNo = 0;
  return {
    async authorize(value: string): Promise<Verdict | undefined> {
      const answer = await ask("Authorize", old ? { idTag: value } : { idToken: idToken(value) });
      return old ? answer.idTagInfo : answer.idTokenInfo;
    },
    async start(value: string, { evse = 1, name = crypto.randomUUID() } = {}) {
      seqNo = 0;
      if (old) {
        const start = { connectorId: evse, idTag: value, meterStart: 0, timestamp: at() };
        const { transactionId = 0, idTagInfo } = await ask("StartTransaction", start);
        return { session: transactionId, verdict: idTagInfo };
      }
      const rest = { evse: { id: evse, connectorId: 1 }, idToken: idToken(value) };
      const { idTokenInfo } = await event(name, "Started", seqNo++, rest);
      return { session: name, verdict: idTokenInfo };
    },
    /** 2.x only: the answer to a message that names no token. */
    async goOn(session: string | number) {
      return (await event(session, "Updated", seqNo++)).idTokenInfo;
    },
    async stop(session: string | number, value: string) {
      const stop = { transactionId: session, idTag: value, meterStop: 10, timestamp: at() };
      if (old) return (await ask("StopTransaction", stop)).idTagInfo;
      return (await event(session, "Ended", seqNo++, { idToken: idToken(value) })).idTokenInfo;
    },
  };
}

describe.each(versions)("a token in %s", (version) => {
  const old = version === "1.6";
  const named = (text: string) => `${text}-${version}`;
  const at = async (name: string) => driver(await gateway.boot(named(name), version), version);

  it("is answered with the word for what is known of it", async () => {
    const car = await at("WORDS");
    const long = new Date(Date.now() + 3_600_000);
    const past = new Date(Date.now() - 3_600_000);
    await token(named("BLOCKED"), { status: "blocked" });
    await token(named("OLD"), { expires_at: past });
    await token(named("POOR"), { status: "no-credit" });
    await token(named("SOON"), { valid_from: long });
    await token(named("NOWHERE"), { places: "[]" });
    const words = await Promise.all(
      ["BLOCKED", "OLD", "POOR", "SOON", "NOWHERE", "STRANGER"].map((name) => car.authorize(named(name))),
    );
    expect(words.map((verdict) => verdict?.status)).toEqual(
      old
        ? ["Blocked", "Expired", "Blocked", "Invalid", "Invalid", "Invalid"]
        : ["Blocked", "Expired", "NoCredit", "NotAtThisTime", "NotAtThisLocation", "Unknown"],
    );
    // What is so only for now is not to be kept by the station.
    if (!old) {
      expect(words.map((verdict) => verdict?.cacheExpiryDateTime !== undefined)).toEqual([
        false,
        true,
        true,
        true,
        false,
        false,
      ]);
    }
  });

  it("brings its group, and lets the group end its charging; a master pass ends any and begins none", async () => {
    const car = await at("GROUP");
    await token(named("MUM"), { group: named("FAMILY") });
    await token(named("DAD"), { group: named("FAMILY") });
    await token(named("GUARD"), { group: named("GUARDS") });
    await gateway.rows("INSERT INTO token_group (name, master_pass) VALUES ($1, true)", named("GUARDS"));
    const group = old
      ? { parentIdTag: named("FAMILY") }
      : { groupIdToken: { idToken: named("FAMILY"), type: "Central" } };

    expect(await car.authorize(named("MUM"))).toMatchObject({ status: "Accepted", ...group });
    const begun = await car.start(named("MUM"));
    expect(begun.verdict).toMatchObject({ status: "Accepted", ...group });
    expect(await car.stop(begun.session, named("DAD"))).toMatchObject({ status: "Accepted", ...group });

    // 1.6 has no word for it: told "accepted", a station would let it charge.
    expect(await car.authorize(named("GUARD"))).toMatchObject({ status: old ? "Invalid" : "Accepted" });
    const guarded = await car.start(named("MUM"));
    expect(await car.stop(guarded.session, named("GUARD"))).toMatchObject({ status: "Accepted" });
    expect((await car.start(named("GUARD"))).verdict).toMatchObject({ status: "Invalid" });
  });

  it("runs as many sessions at once as it may, wherever they are, and one more when one has ended", async () => {
    const [here, there] = [await at("LIMIT-A"), await at("LIMIT-B")];
    await token(named("TWO"), { max_sessions: 2 });
    const first = await here.start(named("TWO"));
    const second = await there.start(named("TWO"));
    expect([first.verdict?.status, second.verdict?.status]).toEqual(["Accepted", "Accepted"]);
    // Asking is allowed: the same card is presented to end a charge.
    expect(await there.authorize(named("TWO"))).toMatchObject({ status: "Accepted" });
    const third = await there.start(named("TWO"), { evse: 2 });
    expect(third.verdict).toMatchObject({ status: "ConcurrentTx" });
    await here.stop(first.session, named("TWO"));
    expect((await here.start(named("TWO"))).verdict).toMatchObject({ status: "Accepted" });
  });

  it("may charge only where it may: at a site, a station, or one evse", async () => {
    const car = await at("PLACE");
    const { id } = await gateway.row<{ id: number }>("SELECT id FROM station WHERE identity = $1", named("PLACE"));
    await token(named("HERE"), { places: JSON.stringify([{ station: id }]) });
    await token(named("ONE"), { places: JSON.stringify([{ station: id, evse: 2 }]) });
    await token(named("AWAY"), { places: JSON.stringify([{ site: 4711 }]) });
    expect(await car.authorize(named("HERE"))).toMatchObject({ status: "Accepted" });
    expect(await car.authorize(named("AWAY"))).toMatchObject({ status: old ? "Invalid" : "NotAtThisLocation" });
    expect(await car.authorize(named("ONE"))).toMatchObject({ status: "Accepted", ...(!old && { evseId: [2] }) });
    expect((await car.start(named("ONE"), { evse: 1 })).verdict).toMatchObject({
      status: old ? "Invalid" : "NotAtThisLocation",
    });
    expect((await car.start(named("ONE"), { evse: 2 })).verdict).toMatchObject({ status: "Accepted" });
  });

  it("that is blocked while it charges is known at once: the session says so, and so does the next answer", async () => {
    const car = await at("REVOKED");
    await token(named("GONE"));
    const { session } = await car.start(named("GONE"));
    await gateway.rows("UPDATE token SET status = 'blocked' WHERE value = $1", named("GONE"));
    operator.bus.publish("tokens");
    await waitFor(
      async () =>
        (await gateway.rows("SELECT 1 FROM session WHERE token = $1 AND \"authorization\" = 'blocked'", named("GONE")))
          .length > 0,
      { what: "the session to know" },
    );
    if (!old) expect(await car.goOn(session)).toMatchObject({ status: "Blocked" });
    expect(await car.stop(session, named("GONE"))).toMatchObject({ status: "Blocked" });
  });

  it("the station is made to forget what it remembers, and only its answer says so", async () => {
    const name = named("CACHE");
    const station = await gateway.boot(name, version);
    const command = await operator.give(name, { type: "clear-cache" });
    const [, id, action, payload] = JSON.parse(await station.next({ fits: (text) => text.startsWith("[2,") }));
    expect([action, payload]).toEqual(["ClearCache", {}]);
    station.send(JSON.stringify([3, id, { status: "Accepted" }]));
    await gateway.row("SELECT 1 FROM command WHERE id = $1 AND answer = 'accepted' AND proof = 'none'", command);
    station.close();
  });
});

describe.each(["2.0.1", "2.1"] as const)("what only %s can say of a token", (version) => {
  const named = (text: string) => `${text}-${version}`;
  const authorize = async (station: RawClient, idToken: object) => {
    const [, , answer] = await station.call("Authorize", { idToken });
    return (answer as { idTokenInfo: Verdict }).idTokenInfo;
  };

  it("its rank, and what is shown to the driver", async () => {
    const station = await gateway.boot(named("SHOWN"), version);
    await token(named("VIP"), { priority: 7, message: "Bom dia", language: "pt" });
    expect(await authorize(station, { idToken: named("vip"), type: "ISO14443" })).toMatchObject({
      status: "Accepted",
      chargingPriority: 7,
      personalMessage: { format: "UTF8", language: "pt", content: "Bom dia" },
    });
    station.close();
  });

  it("that it may not use that type of connector", async () => {
    const name = named("TYPES");
    const station = await gateway.boot(name, version);
    await gateway.rows(
      `INSERT INTO variable (station_id, key, attribute, component, evse, connector, name, value, reported_at)
       SELECT id, 'connector//' || n || '/1/connectortype/', 'actual', 'Connector', n, 1, 'ConnectorType',
         (ARRAY['sType2', 'cCCS2'])[n], now()
       FROM station, generate_series(1, 2) n WHERE identity = $1`,
      name,
    );
    await token(named("FAST"), { connector_types: ["cCCS2"] });
    await token(named("ODD"), { connector_types: ["cTesla"] });
    const idToken = { idToken: named("FAST"), type: "ISO14443" };
    expect(await authorize(station, idToken)).toMatchObject({ status: "Accepted", evseId: [2] });
    expect(await authorize(station, { ...idToken, idToken: named("ODD") })).toMatchObject({
      status: "NotAllowedTypeEVSE",
    });
    const car = driver(station, version);
    expect((await car.start(named("FAST"), { evse: 1 })).verdict).toMatchObject({ status: "NotAllowedTypeEVSE" });
    expect((await car.start(named("FAST"), { evse: 2 })).verdict).toMatchObject({ status: "Accepted" });
    station.close();
  });

  it("that nobody is named by a button, and that a kind of its own is another token", async () => {
    const station = await gateway.boot(named("KINDS"), version);
    await token(named("SAME"), { kind: "emaid" });
    expect(await authorize(station, { idToken: "", type: "NoAuthorization" })).toMatchObject({ status: "Accepted" });
    expect(await authorize(station, { idToken: named("SAME"), type: "eMAID" })).toMatchObject({ status: "Accepted" });
    expect(await authorize(station, { idToken: named("SAME"), type: "ISO14443" })).toMatchObject({ status: "Unknown" });
    station.close();
  });
});

describe("a network that stops whoever is revoked", () => {
  it.each(versions)("tells a station of %s to end the session", async (version) => {
    const strict = await startTestGateway({ REVOKED_TOKENS: "stop" });
    const bell = await createPostgresBus({ url: strict.databaseUrl });
    try {
      const station = await strict.boot("STRICT", version);
      await strict.addToken("GONE");
      const { session } = await driver(station, version).start("GONE");
      await strict.rows("DELETE FROM token");
      bell.publish("tokens");
      const [, , action, payload] = JSON.parse(await station.next({ fits: (text) => text.startsWith("[2,") }));
      expect([action, payload]).toEqual(
        version === "1.6"
          ? ["RemoteStopTransaction", { transactionId: session }]
          : ["RequestStopTransaction", { transactionId: session }],
      );
      station.close();
    } finally {
      await bell.close();
      await strict.stop();
    }
  });
});
