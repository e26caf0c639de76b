import { z } from "zod";
import { Conflict, Refused } from "../errors";
import { type Transaction, type Writer, write } from "../write";
import { stationAddress } from "./address";
import { ocppVersions } from "./filter";
import { refuseUnknownSite, stationForChange } from "./for-change";
import { stationIdentity, stationName } from "./names";
import { type Changer, type Credentials, makeSecret } from "./secret";

export const stationCreation = z.object({
  identity: stationIdentity,
  name: stationName.optional(),
  siteId: z.int().optional(),
  /** Spoken when the station names no version itself. */
  assumedVersion: z.enum(ocppVersions).optional(),
  passwordless: z.boolean().default(false),
  /** 1: a password; 2: a password over TLS, and nothing else. */
  securityProfile: z.union([z.literal(1), z.literal(2)]).default(1),
});

/** Takes a station into the network before it has ever called. */
export async function createStation(
  context: Changer,
  creation: z.output<typeof stationCreation>,
): Promise<Credentials> {
  const { identity, name, siteId, assumedVersion, passwordless, securityProfile } = creation;
  const { secret, columns } = makeSecret(context, passwordless, securityProfile);

  const id = await write(context, async (tx, tell) => {
    await refuseTakenName(tx, identity);
    await refuseUnknownSite(tx, siteId);
    const { id } = await tx.station.create({
      data: {
        identity,
        identityFolded: identity.toLowerCase(),
        name: name || null,
        siteId: siteId ?? null,
        assumedVersion: assumedVersion ?? null,
        approval: "approved",
        ...columns,
      },
    });
    tell.audit({
      action: "station.create",
      subject: `station:${id}`,
      after: {
        identity,
        name: name ?? null,
        siteId: siteId ?? null,
        assumedVersion: assumedVersion ?? null,
        passwordless,
        securityProfile: columns.securityProfile,
      },
    });
    tell.event({ station: id, event: { type: "station.changed", what: "added" } });
    return id;
  });
  return { id, identity, secret, address: stationAddress(context.gatewayUrl, identity) };
}

export const stationApproval = z.object({
  id: z.int(),
  /** A station that proved nothing is taken either with a new secret or, said out loud, with none. */
  credentials: z.enum(["new-secret", "no-password"]),
  name: stationName.optional(),
  siteId: z.int().optional(),
});

/** Takes in a station that came unannounced, or that was refused before. */
export async function approveStation(
  context: Changer,
  { id, credentials, name, siteId }: z.output<typeof stationApproval>,
): Promise<Credentials> {
  const { secret, columns } = makeSecret(context, credentials === "no-password");

  const identity = await write(context, async (tx, tell) => {
    const before = await stationForChange(tx, id);
    if (before.approval === "approved") throw new Conflict(`${before.identity} is approved already.`);
    await refuseUnknownSite(tx, siteId);
    await tx.station.update({
      where: { id },
      data: { approval: "approved", ...columns, ...(name && { name }), ...(siteId !== undefined && { siteId }) },
    });
    tell.audit({
      action: "station.approve",
      subject: `station:${id}`,
      before: { approval: before.approval },
      after: {
        approval: "approved",
        passwordless: columns.passwordless,
        name: name ?? before.name,
        siteId: siteId ?? null,
      },
    });
    tell.event({ station: id, event: { type: "station.changed", what: "approved" } });
    tell.station(id);
    return before.identity;
  });
  return { id, identity, secret, address: stationAddress(context.gatewayUrl, identity) };
}

/** Sends a waiting station away. */
export async function refuseStation(context: Writer, id: number): Promise<void> {
  await write(context, async (tx, tell) => {
    const { approval, identity } = await stationForChange(tx, id);
    if (approval !== "waiting") throw new Refused(`${identity} is ${approval}; only a waiting station can be refused.`);
    await tx.station.update({ where: { id }, data: { approval: "refused" } });
    tell.audit({
      action: "station.refuse",
      subject: `station:${id}`,
      before: { approval },
      after: { approval: "refused" },
    });
    tell.event({ station: id, event: { type: "station.changed", what: "refused" } });
    tell.station(id);
  });
}

export const stationNaming = z.object({
  id: z.int(),
  name: stationName.optional(),
  siteId: z.int().nullable().optional(),
});

/** Changes what people call a station and where it stands; its name on the wire stays. */
export async function renameStation(
  context: Writer,
  { id, name, siteId }: z.output<typeof stationNaming>,
): Promise<void> {
  await write(context, async (tx, tell) => {
    const before = await stationForChange(tx, id);
    await refuseUnknownSite(tx, siteId);
    const after = {
      name: name === undefined ? before.name : name || null,
      siteId: siteId === undefined ? before.siteId : siteId,
    };
    await tx.station.update({ where: { id }, data: after });
    tell.audit({
      action: "station.rename",
      subject: `station:${id}`,
      before: { name: before.name, siteId: before.siteId },
      after,
    });
    tell.event({ station: id, event: { type: "station.changed", what: "renamed" } });
    // What it costs there, and who may charge there.
    if (after.siteId !== before.siteId) {
      tell.station(id);
      tell.tokens();
    }
  });
}

/** Gives a station a new secret; the old one stops opening the door at once. */
export async function renewSecret(context: Changer, id: number): Promise<Credentials> {
  const { secret, columns } = makeSecret(context, false);
  const identity = await write(context, async (tx, tell) => {
    const before = await stationForChange(tx, id);
    await tx.station.update({ where: { id }, data: columns });
    tell.audit({
      action: "station.new-secret",
      subject: `station:${id}`,
      before: { passwordless: before.passwordless },
      after: { passwordless: false },
    });
    tell.event({ station: id, event: { type: "station.changed", what: "secret" } });
    tell.station(id);
    return before.identity;
  });
  return { id, identity, secret, address: stationAddress(context.gatewayUrl, identity) };
}

async function refuseTakenName(tx: Transaction, identity: string) {
  const taken = await tx.station.findFirst({ where: { identityFolded: identity.toLowerCase() } });
  if (!taken) return;
  throw new Conflict(
    taken.approval === "waiting"
      ? `${taken.identity} has called already and waits for approval.`
      : `${taken.identity} is in the network already; letter case does not tell stations apart.`,
  );
}
