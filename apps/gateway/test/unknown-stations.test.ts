import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import { hashSecret } from "@chargehand/db/station-secret";
import { afterEach, describe, expect, it } from "vitest";
import { bootPayload, pepper, secret, startTestGateway, statusPayload, type TestGateway, versions } from "./harness";

let gateway: TestGateway;
afterEach(() => gateway.stop());

describe("with UNKNOWN_STATIONS=approve", () => {
  it.each(versions)("a stranger of %s may boot and is told to wait; all else is a security error", async (version) => {
    gateway = await startTestGateway();
    const station = await gateway.connect("STRANGER", version);
    expect((await station.call("BootNotification", bootPayload(version)))[2]).toMatchObject({ status: "Pending" });
    expect((await station.call("StatusNotification", statusPayload(version, "available")))[2]).toBe("SecurityError");
    expect(
      await gateway.row("SELECT approval, registration, vendor, connected FROM station WHERE identity = 'STRANGER'"),
    ).toEqual({ approval: "waiting", registration: "pending", vendor: "Acme", connected: true });
    expect((await gateway.events("STRANGER")).map(({ type }) => type)).toEqual([
      "station.changed",
      "station.connected",
      "station.booted",
    ]);
  });

  it("approved without a password, it is asked to boot again and is in service", async () => {
    gateway = await startTestGateway();
    const bus = await createPostgresBus({ url: gateway.databaseUrl });
    const station = await gateway.connect("WELCOME", "1.6");
    await station.call("BootNotification", bootPayload("1.6"));
    const { id } = await gateway.row<{ id: number }>(
      "UPDATE station SET approval = 'approved', passwordless = true WHERE identity = 'WELCOME' RETURNING id",
    );
    bus.publish("commands", String(id));

    const asked = JSON.parse(await station.next());
    expect(asked.slice(2)).toEqual(["TriggerMessage", { requestedMessage: "BootNotification" }]);
    station.send(JSON.stringify([3, asked[1], { status: "Accepted" }]));
    expect((await station.call("BootNotification", bootPayload("1.6")))[2]).toMatchObject({ status: "Accepted" });
    expect((await station.call("StatusNotification", statusPayload("1.6", "available")))[0]).toBe(3);
    await bus.close();
  });

  it("approved with a password, it has to come back and prove itself", async () => {
    gateway = await startTestGateway();
    const bus = await createPostgresBus({ url: gateway.databaseUrl });
    const station = await gateway.connect("PROVE", "2.0.1");
    await station.call("BootNotification", bootPayload("2.0.1"));
    const { hash, salt } = hashSecret(secret, pepper);
    const { id } = await gateway.row<{ id: number }>(
      "UPDATE station SET approval = 'approved', secret_hash = $1, secret_salt = $2 WHERE identity = 'PROVE' RETURNING id",
      hash,
      salt,
    );
    bus.publish("commands", String(id));
    expect(await station.closed).toMatchObject({ code: 1008, reason: expect.stringMatching(/password/) });
    await expect(gateway.connect("PROVE", "2.0.1")).rejects.toThrow("401");
    const back = await gateway.connect("PROVE", "2.0.1", { basic: { user: "PROVE", password: secret } });
    expect((await back.call("BootNotification", bootPayload("2.0.1")))[2]).toMatchObject({ status: "Accepted" });
    await bus.close();
  });

  it("refused while it waits, it is sent away", async () => {
    gateway = await startTestGateway();
    const bus = await createPostgresBus({ url: gateway.databaseUrl });
    const station = await gateway.connect("UNWANTED", "1.6");
    await station.call("BootNotification", bootPayload("1.6"));
    const { id } = await gateway.row<{ id: number }>(
      "UPDATE station SET approval = 'refused' WHERE identity = 'UNWANTED' RETURNING id",
    );
    bus.publish("commands", String(id));
    expect(await station.closed).toMatchObject({ code: 1008 });
    await expect(gateway.connect("UNWANTED", "1.6")).rejects.toThrow("403");
    await bus.close();
  });

  it("one address may bring only so many strangers a minute", async () => {
    gateway = await startTestGateway();
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) => gateway.connect(`MANY-${index}`, "1.6")),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(30);
    await gateway.row("SELECT 1 FROM refusal WHERE reason = 'too-many-unknown' AND status = 503");
    expect(await gateway.rows("SELECT 1 FROM station")).toHaveLength(30);
  });

  it("what names no version that we speak is not worth a row", async () => {
    gateway = await startTestGateway();
    await expect(gateway.connect("SCANNER", "1.6", { protocols: ["chat"] })).rejects.toThrow("400");
    expect(await gateway.rows("SELECT 1 FROM station")).toEqual([]);
  });
});

it("with UNKNOWN_STATIONS=accept a stranger is in service at once", async () => {
  gateway = await startTestGateway({ UNKNOWN_STATIONS: "accept" });
  const station = await gateway.connect("ANYONE", "2.1");
  expect((await station.call("BootNotification", bootPayload("2.1")))[2]).toMatchObject({ status: "Accepted" });
  expect(await gateway.row("SELECT approval, passwordless FROM station WHERE identity = 'ANYONE'")).toEqual({
    approval: "approved",
    passwordless: true,
  });
});
