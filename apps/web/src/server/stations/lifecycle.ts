import { Refused } from "../errors";
import { type Writer, write } from "../write";
import { stationAddress } from "./address";
import { stationForChange } from "./for-change";
import { type Changer, type Credentials, makeSecret } from "./secret";

/**
 * Another machine takes a station's place: it gets a secret of its own and says what it is when it boots. Sessions,
 * commands and the record of the old one stay; what was true of its hardware goes, and its serial number to the audit.
 */
export async function replaceHardware(context: Changer, id: number): Promise<Credentials> {
  const { secret, columns } = makeSecret(context, false);
  const identity = await write(context, async (tx, tell) => {
    const before = await stationForChange(tx, id);
    if (before.approval !== "approved") {
      throw new Refused(`${before.identity} is ${before.approval}; only an approved station's hardware is replaced.`);
    }
    await tx.station.update({ where: { id }, data: { ...columns, ...unknownHardware } });
    await tx.connector.deleteMany({ where: { stationId: id } });
    await tx.variable.deleteMany({ where: { stationId: id } });
    await tx.holding.deleteMany({ where: { stationId: id } });
    await tx.stationList.updateMany({ where: { stationId: id }, data: listToSend });
    if (before.connected) {
      // The old machine's connection counts no more from here on; its gateway finds out and ends it.
      await tx.$executeRaw`UPDATE station SET epoch = nextval('journal.epoch'), connected = false, gateway_id = NULL,
        disconnected_at = ${context.clock()} WHERE id = ${id}`;
      const reason = "the station's hardware was replaced";
      tell.event({ station: id, event: { type: "station.disconnected", closeCode: 1008, closeReason: reason } });
    }
    const { vendor, model, serialNumber, firmwareVersion } = before;
    tell.audit({
      action: "station.replace-hardware",
      subject: `station:${id}`,
      before: { vendor, model, serialNumber, firmwareVersion, passwordless: before.passwordless },
      after: { passwordless: false },
    });
    tell.event({ station: id, event: { type: "station.changed", what: "replaced" } });
    tell.station(id);
    return before.identity;
  });
  return { id, identity, secret, address: stationAddress(context.gatewayUrl, identity) };
}

/** Takes a station out of service for good: it is sent away and stays out, and its history stays. */
export async function retireStation(context: Writer, id: number): Promise<void> {
  await write(context, async (tx, tell) => {
    const { approval, identity } = await stationForChange(tx, id);
    if (approval === "retired") throw new Refused(`${identity} is retired already.`);
    await tx.station.update({ where: { id }, data: { approval: "retired" } });
    tell.audit({
      action: "station.retire",
      subject: `station:${id}`,
      before: { approval },
      after: { approval: "retired" },
    });
    tell.event({ station: id, event: { type: "station.changed", what: "retired" } });
    tell.station(id);
  });
}

const unknownHardware = {
  registration: "none",
  version: null,
  vendor: null,
  model: null,
  serialNumber: null,
  firmwareVersion: null,
  iccid: null,
  imsi: null,
  meterType: null,
  meterSerialNumber: null,
  bootReason: null,
  bootedAt: null,
  clockSkewMs: null,
};

/** The new machine has no list of tokens: what it should have is sent to it whole. */
const listToSend = {
  state: "due",
  heldVersion: null,
  heldHash: null,
  heldAt: null,
  targetHash: null,
  mode: null,
  step: 0,
  baseVersion: null,
  repairs: 0,
  commandId: null,
  detail: null,
};
