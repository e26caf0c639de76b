import { execFileSync } from "node:child_process";
import { Sentence } from "../sentence";

export interface Account {
  uid?: number;
  gid?: number;
}

/** Whom the server runs as: ourselves, or the account "postgres" when we are root, which PostgreSQL refuses to be. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  return find() ?? create();
}

function find(): Account | undefined {
  try {
    return { uid: Number(id("-u")), gid: Number(id("-g")) };
  } catch {
    return undefined;
  }
}

function create(): Account {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
  } catch {
    throw new Sentence(
      'PostgreSQL refuses to run as root and no user "postgres" could be made: start as an ordinary user, or set DATABASE_URL.',
    );
  }
  return find() ?? {};
}

function id(flag: "-u" | "-g"): string {
  return execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
