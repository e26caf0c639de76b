import { createHash, randomBytes } from "node:crypto";
import { safeName } from "@chargehand/files/file-name";

/** An address that somebody was given: whoever knows it may do what it is for. */
interface FileAddress {
  url: string;
  /** What is kept of its token, which is nowhere but in the address. */
  tokenHash: Buffer;
}

/** What a request's path says: the token, and what the station calls its file, if it says so there. */
export interface FileTarget {
  tokenHash: Buffer;
  name: string | undefined;
}

/** Where stations put their files, and where they fetch their firmware. */
export type FileFolder = "files" | "firmware";

// 32 bytes of chance in base64url. Always as long, so that a station may append its file's name as it likes.
const tokenLength = 43;
const target = new RegExp(`^/(files|firmware)/([A-Za-z0-9_-]{${tokenLength}})(.*)$`, "s");

/**
 * Makes an address under the gateway's own. Without a name it is a folder for those who append one, and an address for
 * those who do not.
 */
export function makeFileAddress(base: string, folder: FileFolder, name = ""): FileAddress {
  const token = randomBytes(32).toString("base64url");
  return { url: `${base}/${folder}/${token}/${encodeURIComponent(name)}`, tokenHash: hashOf(token) };
}

/** Whether a request is about such files at all. */
export const isFilePath = (folder: FileFolder, url: string) => new RegExp(`^/${folder}(?:[/?]|$)`).test(url);

/** Reads what a request is about; undefined for what cannot be one of our addresses. */
export function readFileTarget(folder: FileFolder, url: string): FileTarget | undefined {
  const [path = ""] = url.split(/[?#]/, 1);
  const [, where, token, rest = ""] = target.exec(path) ?? [];
  if (where !== folder || token === undefined) return undefined;
  return { tokenHash: hashOf(token), name: safeName(decoded(rest)) };
}

/** The base of the addresses: as configured, or, where that is of this machine only, as the station itself dialled. */
export function fileBase(publicUrl: string, dialed: { host: string | undefined; secure: boolean }): string {
  const configured = new URL(publicUrl.replace(/^ws/, "http"));
  const path = configured.pathname.replace(/\/(ocpp)?\/?$/, "");
  if (!ownHosts.test(configured.hostname) || dialed.host === undefined) return `${configured.origin}${path}`;
  return `${dialed.secure ? "https" : "http"}://${dialed.host}${path}`;
}

const ownHosts = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const hashOf = (token: string) => createHash("sha256").update(token).digest();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
