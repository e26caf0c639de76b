import { describe, expect, it } from "vitest";
import { ManualClock } from "../../src/time/manual-clock";
import { useDefault } from "../plain-csms";
import { versions } from "../stations";
import { malformed, withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor, heard } = withBlocks();

const noon = Date.UTC(2026, 4, 1, 12);
const minute = 60_000;

describe.each(versions)("a reservation in %s", (version) => {
  const old = version === "1.6";
  const reserve = async (id: number, evse: number | undefined, token = "GUEST", { group = "", minutes = 10 } = {}) => {
    const until = new Date(noon + minutes * minute).toISOString();
    const answer = await ask(
      "ReserveNow",
      old
        ? {
            reservationId: id,
            connectorId: evse ?? 0,
            idTag: token,
            expiryDate: until,
            ...(group && { parentIdTag: group }),
          }
        : {
            id,
            expiryDateTime: until,
            idToken: { idToken: token, type: "ISO14443" },
            ...(evse && { evseId: evse }),
            ...(group && { groupIdToken: { idToken: group, type: "Central" } }),
          },
    );
    return answer.status;
  };
  const cancel = async (id: number) => (await ask("CancelReservation", { reservationId: id })).status;
  const start = async () => {
    const clock = new ManualClock(noon);
    const virtual = station({ version, clock });
    await virtual.connect();
    return { clock, virtual };
  };
  const statuses = (place: number) =>
    csms()
      .calls("StatusNotification")
      .filter((told) => (old ? told.connectorId : told.evseId) === place)
      .map((told) => (old ? told.status : told.connectorStatus));

  it("keeps the place for one, who uses it up", async () => {
    const { virtual } = await start();
    expect(await reserve(7, 1)).toBe("Accepted");
    await virtual.settled();
    expect(statuses(1)).toEqual(["Available", "Reserved"]);
    expect(await virtual.presentToken(1, "STRANGER")).toBe("refused");
    expect(await virtual.presentToken(1, "guest")).toBe("accepted");
    await virtual.plugIn(1);
    expect(csms().calls(old ? "StartTransaction" : "TransactionEvent")[0]).toMatchObject({ reservationId: 7 });
    expect(await cancel(7)).toBe("Rejected");
    await virtual.unplug(1);
    expect(virtual.charger.evse(1)?.connectors[0]?.condition).toBe("available");
  });

  it("lets in whoever is of the group it was made for", async () => {
    const { virtual } = await start();
    await reserve(7, 1, "GUEST", { group: "FAMILY" });
    csms().answers = (action) => {
      if (action !== "Authorize") return useDefault;
      const group = old ? { parentIdTag: "FAMILY" } : { groupIdToken: { idToken: "FAMILY", type: "Central" } };
      return { [old ? "idTagInfo" : "idTokenInfo"]: { status: "Accepted", ...group } };
    };
    expect(await virtual.presentToken(1, "SISTER")).toBe("accepted");
    expect(await cancel(7)).toBe("Rejected");
  });

  it("holds against a start from afar, except for the one it is for", async () => {
    const { virtual } = await start();
    await reserve(7, 1);
    const remote = async (token: string) =>
      old
        ? (await ask("RemoteStartTransaction", { idTag: token, connectorId: 1 })).status
        : (
            await ask("RequestStartTransaction", {
              idToken: { idToken: token, type: "Central" },
              evseId: 1,
              remoteStartId: 1,
            })
          ).status;
    expect(await remote("STRANGER")).toBe("Rejected");
    expect(await remote("GUEST")).toBe("Accepted");
    await virtual.settled();
  });

  it("ends when it is cancelled", async () => {
    const { virtual } = await start();
    await reserve(7, 1);
    expect(await cancel(8)).toBe("Rejected");
    expect(await cancel(7)).toBe("Accepted");
    await virtual.settled();
    expect(statuses(1)).toEqual(["Available", "Reserved", "Available"]);
    expect(csms().calls("ReservationStatusUpdate")).toEqual([]);
  });

  it("ends when its time is over", async () => {
    const { clock, virtual } = await start();
    await reserve(7, 1);
    clock.advance(10 * minute);
    await virtual.settled();
    expect(statuses(1).at(-1)).toBe("Available");
    expect(csms().calls("ReservationStatusUpdate")).toEqual(
      old ? [] : [{ reservationId: 7, reservationUpdateStatus: "Expired" }],
    );
    expect(await virtual.presentToken(1, "STRANGER")).toBe("accepted");
  });

  it("ends when the place breaks", async () => {
    const { virtual } = await start();
    await reserve(7, 1);
    await virtual.fault(1);
    if (!old) {
      expect(await heard("ReservationStatusUpdate")).toEqual([
        { reservationId: 7, reservationUpdateStatus: "Removed" },
      ]);
    }
    expect(await cancel(7)).toBe("Rejected");
    expect(await reserve(8, 1)).toBe("Faulted");
  });

  it("is moved by another of the same id", async () => {
    const { virtual } = await start();
    await reserve(7, 1);
    expect(await reserve(7, 2)).toBe("Accepted");
    expect(virtual.charger.evses.map(({ reserved }) => reserved)).toEqual([false, true]);
  });

  it("for any place keeps the last one that is left", async () => {
    const { virtual } = await start();
    expect(await reserve(7, undefined)).toBe("Accepted");
    expect(virtual.charger.evses.map(({ reserved }) => reserved)).toEqual([false, false]);
    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG1");
    await expect.poll(() => virtual.charger.evse(2)?.reserved).toBe(true);
    expect(await virtual.presentToken(2, "STRANGER")).toBe("refused");
    expect(await reserve(8, undefined)).toBe("Occupied");
    expect(await virtual.presentToken(2, "GUEST")).toBe("accepted");
  });

  it("is refused where nothing can be kept", async () => {
    const { virtual } = await start();
    await reserve(7, 1);
    expect(await reserve(8, 1)).toBe("Occupied");
    expect(await reserve(8, 9)).toBe("Rejected");
    expect(await reserve(8, 2, "LATE", { minutes: -1 })).toBe("Rejected");
    await virtual.plugIn(2);
    expect(await reserve(8, 2)).toBe("Occupied");
    await virtual.unplug(2);
    await ask(
      "ChangeAvailability",
      old ? { connectorId: 2, type: "Inoperative" } : { operationalStatus: "Inoperative", evse: { id: 2 } },
    );
    expect(await reserve(8, 2)).toBe("Unavailable");
    expect(await codeFor("ReserveNow", { id: "x" })).toBe(malformed[version]);
  });
});

it.each(["2.0.1", "2.1"] as const)(
  "nothing is reserved or limited in %s where that is switched off",
  async (version) => {
    await station({ version }).connect();
    const off = (name: string) => ({ component: { name }, variable: { name: "Enabled" }, attributeValue: "false" });
    await ask("SetVariables", { setVariableData: [off("ReservationCtrlr"), off("SmartChargingCtrlr")] });
    const reservation = {
      id: 1,
      expiryDateTime: "2099-01-01T00:00:00Z",
      idToken: { idToken: "A", type: "Central" },
      evseId: 1,
    };
    expect(await ask("ReserveNow", reservation)).toMatchObject({
      status: "Rejected",
      statusInfo: { reasonCode: "NotEnabled" },
    });
    const chargingSchedule = [
      { id: 1, chargingRateUnit: "W", chargingSchedulePeriod: [{ startPeriod: 0, limit: 1_000 }] },
    ];
    const chargingProfile = {
      id: 1,
      stackLevel: 0,
      chargingProfilePurpose: "TxDefaultProfile",
      chargingProfileKind: "Relative",
      chargingSchedule,
    };
    expect((await ask("SetChargingProfile", { evseId: 1, chargingProfile })).status).toBe("Rejected");
  },
);
