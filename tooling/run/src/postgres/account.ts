import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Sentence } from "../sentence";

/** Who the server runs as: ourselves, or an account of its own when we are root, which PostgreSQL refuses to be. */
export interface Account {
  uid?: number;
  gid?: number;
  /** Turns a command into one that runs under this account. */
  command(program: string, args: string[]): { file: string; args: string[]; uid?: number; gid?: number };
}

/** Finds the account for a server that must reach these folders, wherever they are. */
export function serverAccount(folders: string[]): Account {
  if (process.getuid?.() !== 0) return { command: (file, args) => ({ file, args }) };
  const ids = find() ?? create();
  const closed = folders.map((folder) => closedTo(ids, folder)).find((folder) => folder !== undefined);
  if (closed === undefined) return { ...ids, command: (file, args) => ({ file, args, ...ids }) };
  return { ...ids, command: passingThrough(ids, closed) };
}

interface Ids {
  uid: number;
  gid: number;
}

function find(): Ids | undefined {
  try {
    return { uid: Number(id("-u")), gid: Number(id("-g")) };
  } catch {
    return undefined;
  }
}

function create(): Ids {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
    return { uid: Number(id("-u")), gid: Number(id("-g")) };
  } catch {
    // Another start on this machine may have made it at the same moment.
    const made = find();
    if (made) return made;
    throw new Sentence(
      'PostgreSQL refuses to run as root and no user "postgres" could be made: start as an ordinary user, or set DATABASE_URL.',
    );
  }
}

function id(flag: "-u" | "-g"): string {
  return execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** The first folder on the way to a place that the account may not enter. */
function closedTo({ uid, gid }: Ids, place: string): string | undefined {
  if (dirname(place) !== place) {
    const above = closedTo({ uid, gid }, dirname(place));
    if (above !== undefined) return above;
  }
  if (!existsSync(place)) return undefined;
  const { mode, uid: owner, gid: group } = statSync(place);
  const open = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
  return open ? undefined : place;
}

/**
 * Root often works in a folder that nobody else may enter (its home, a temporary one). Opening that folder to the world
 * is not ours to do; letting this one process pass is.
 */
function passingThrough({ uid, gid }: Ids, closed: string): Account["command"] {
  const flags = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    // Without it access(2), by which PostgreSQL finds its own programs, forgets the capability.
    "--securebits=+no_setuid_fixup",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
  ];
  try {
    execFileSync("setpriv", [...flags, "true"], { stdio: "ignore" });
  } catch {
    throw new Sentence(
      `PostgreSQL refuses to run as root, and its own account "postgres" may not enter ${closed}: ` +
        "keep Chargehand and DATA_DIR in folders that others may enter, start as an ordinary user, or set DATABASE_URL.",
    );
  }
  return (program, args) => ({ file: "setpriv", args: [...flags, program, ...args] });
}
