import { hashSecret, newSecret } from "@chargehand/db/station-secret";
import { z } from "zod";
import type { Context } from "../context";
import { Conflict, Refused } from "../errors";
import { type Transaction, write } from "../write";
import { stationAddress } from "./address";
import { type FileFault, type ImportLine, type LineFault, type ReadImport, readImport } from "./import-lines";
import type { Changer } from "./secret";

const file = z.string().max(8_000_000, "The file is larger than 8 MB.");

export const importThought = z.object({ csv: file });

/** What an import would do; nothing is done. */
export interface ImportWeight {
  wanted: number;
  ready: number;
  /** The first of them; there may be very many. */
  faults: LineFault[];
  faultyLines: number;
  newSites: string[];
  /** How many secrets would be made. */
  secrets: number;
}

const shownFaults = 200;

/** Reads a file of stations and tells what would come of it. */
export async function weighImport(
  { prisma }: Pick<Context, "prisma">,
  { csv }: z.output<typeof importThought>,
): Promise<ImportWeight | FileFault> {
  const read = await readAgainst(prisma, csv);
  if ("fault" in read) return read;
  const sites = await prisma.site.findMany({ select: { name: true } });
  return {
    wanted: read.wanted,
    ready: read.lines.length,
    faults: read.faults.slice(0, shownFaults),
    faultyLines: new Set(read.faults.map(({ line }) => line)).size,
    newSites: sitesOf(read.lines).filter((name) => !sites.some((site) => site.name === name)),
    secrets: read.lines.filter(({ profile, secret }) => profile > 0 && secret === undefined).length,
  };
}

export const importOrder = importThought.extend({
  /** Somebody has seen that some lines are bad, and wants the others. */
  skipFaulty: z.boolean().default(false),
  timeZone: z.string().max(60).default("UTC"),
});

/** A secret that was made for a station of the file: told here, and never again. */
export interface MadeSecret {
  identity: string;
  address: string;
  secret: string;
}

/** Takes all stations of a file into the network, or none. */
export async function importStations(
  context: Changer,
  { csv, skipFaulty, timeZone }: z.output<typeof importOrder>,
): Promise<{ imported: number; skipped: number; secrets: MadeSecret[] }> {
  // Reading and hashing take their time, and need no transaction: what was taken meanwhile shows when it is written.
  const read = await readAgainst(context.prisma, csv);
  if ("fault" in read) throw new Refused("This is no file of stations.");
  const { lines, wanted } = read;
  const skipped = wanted - lines.length;
  if (skipped > 0 && !skipFaulty) throw new Refused(`${skipped} lines are not in order; nothing was imported.`);
  if (lines.length === 0) throw new Refused("No line of the file is in order.");
  const made: MadeSecret[] = [];
  const rows = lines.map((line) => rowOf(context, line, made));

  await write(context, async (tx, tell) => {
    await tx.site.createMany({ data: sitesOf(lines).map((name) => ({ name, timeZone })), skipDuplicates: true });
    // One statement for all: row by row, ten thousand would take minutes.
    const added = await tx.$queryRawUnsafe<{ id: number }[]>(insertSql, JSON.stringify(rows));
    if (added.length < rows.length) throw new Conflict("Some were added by somebody else just now; look again.");
    tell.audit({
      action: "station.import",
      subject: "stations:import",
      after: { stations: added.length, skipped, first: lines[0]?.identity, last: lines.at(-1)?.identity },
    });
    for (const { id } of added) tell.event({ station: id, event: { type: "station.changed", what: "added" } });
  });
  return { imported: rows.length, skipped, secrets: made };
}

/** A line as the table takes it; a secret that is missing is made, and noted. */
function rowOf(
  { secretPepper, gatewayUrl }: Pick<Changer, "secretPepper" | "gatewayUrl">,
  { line: _line, secret: given, ...facts }: ImportLine,
  made: MadeSecret[],
) {
  const { identity, profile } = facts;
  const secret = profile === 0 ? undefined : (given ?? newSecret());
  if (secret && !given) made.push({ identity, address: stationAddress(gatewayUrl, identity), secret });
  return { ...facts, folded: identity.toLowerCase(), ...(secret && hashSecret(secret, secretPepper)) };
}

const insertSql = `
  INSERT INTO station (identity, identity_folded, name, site_id, approval, vendor, model, security_profile, passwordless,
    secret_hash, secret_salt)
  SELECT row.identity, row.folded, row.name, site.id, 'approved', row.vendor, row.model, row.profile, row.profile = 0,
    row.hash, row.salt
  FROM jsonb_to_recordset($1::text::jsonb) AS row(identity text, folded text, name text, site text, vendor text,
    model text, profile integer, hash text, salt text)
  LEFT JOIN site ON site.name = row.site
  ON CONFLICT (identity) DO NOTHING RETURNING id`;

async function readAgainst(db: Pick<Transaction, "station">, csv: string): Promise<ReadImport | FileFault> {
  const taken = await db.station.findMany({ select: { identityFolded: true } });
  return readImport(csv, new Set(taken.map(({ identityFolded }) => identityFolded)));
}

const sitesOf = (lines: readonly ImportLine[]) => [...new Set(lines.flatMap(({ site }) => site ?? []))];
