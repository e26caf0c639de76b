import type { Queryable } from "@chargehand/db/pool";
import { verifySecret } from "@chargehand/db/station-secret";
import { announceStation, findStation, type StationAccess } from "@chargehand/db/stations";
import type { Settings } from "../env";
import type { Caller } from "./caller";
import { readBasic } from "./credentials";
import { foldIdentity, readIdentity } from "./identity";
import { Refused } from "./refused";
import { type Agreement, agree, readOffer } from "./subprotocol";
import type { Turnstile } from "./turnstile";

/** A station that may come in. */
export interface Admission {
  station: StationAccess;
  agreement: Agreement;
  authenticated: "none" | "password" | "password-hex";
}

export interface AdmitOptions {
  db: Queryable;
  settings: Pick<Settings, "unknownStations" | "pepper">;
  /** Limits how many unknown stations one address may bring. */
  unknowns: Turnstile;
}

// More waiting stations than anybody will look through are an attack or a mistake.
const mostWaiting = 1000;

/** Decides whether a caller may come in, as which station and with which version. Throws Refused with the reason. */
export async function admit(caller: Caller, { db, settings, unknowns }: AdmitOptions): Promise<Admission> {
  const reading = readIdentity(caller.target);
  if ("problem" in reading) throw new Refused(reading.problem);

  const offer = readOffer(caller.offer);
  const found = await findStation(db, reading.identity);
  if (!found && settings.unknownStations === "refuse") throw new Refused("unknown-station");
  // What cannot be understood is not worth a row of its own.
  if (!found && !agree(offer, undefined)) throw new Refused(offer.length > 0 ? "subprotocol" : "no-subprotocol");

  const station = found ?? (await announce(reading.identity, caller, { db, settings, unknowns }));
  const agreement = agree(offer, station.assumedVersion);
  checkStanding(station, caller);
  // Who speaks no version of ours is told so, not that its password is wrong: it may be in the form of another version.
  const asTextOnly = agreement !== undefined && agreement.version !== "1.6";
  const authenticated = checkPassword(station, caller, settings.pepper, asTextOnly);
  if (!agreement) throw new Refused(offer.length > 0 ? "subprotocol" : "no-subprotocol");
  return { station, agreement, authenticated };
}

async function announce(identity: string, caller: Caller, { db, settings, unknowns }: AdmitOptions) {
  const approval = settings.unknownStations === "accept" ? "approved" : "waiting";
  if (approval === "waiting" && !unknowns.pass(caller.address)) throw new Refused("too-many-unknown");
  const station = await announceStation(db, { identity, approval, mostWaiting });
  if (!station) throw new Refused("too-many-unknown");
  return station;
}

function checkStanding({ approval, securityProfile }: StationAccess, { secure }: Caller) {
  if (approval === "refused") throw new Refused("refused-station");
  if (approval === "retired") throw new Refused("retired-station");
  if (securityProfile >= 2 && !secure) throw new Refused("insecure-channel");
}

function checkPassword(
  { approval, identity, passwordless, securityProfile, secret }: StationAccess,
  { authorization }: Caller,
  pepper: string,
  asTextOnly: boolean,
) {
  // Nobody has given a waiting station a password yet; it may say who it is and nothing else.
  if (approval === "waiting" || passwordless || securityProfile === 0) return "none";
  if (!secret) throw new Refused("no-secret");
  const credentials = readBasic(authorization);
  if (!credentials) throw new Refused("no-password");
  if (foldIdentity(credentials.user) !== foldIdentity(identity)) throw new Refused("wrong-user");

  const form = verifySecret(credentials.password, secret, pepper);
  // 1.6 sends the bytes that its key's hex digits stand for, and many stations the digits; 2.x sends text, letter for letter.
  if (!form || (asTextOnly && form !== "text")) throw new Refused("wrong-password");
  return form === "bytes" || asTextOnly ? "password" : "password-hex";
}
