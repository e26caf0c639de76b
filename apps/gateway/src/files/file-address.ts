import { createHash, randomBytes } from "node:crypto";

/** The address of a place for one file: whoever knows it may put one file there. */
export interface FileAddress {
  url: string;
  tokenHash: Buffer;
}

/** What an upload's path says: the token, and what the station calls its file, if it says so there. */
export interface UploadTarget {
  tokenHash: Buffer;
  name: string | undefined;
}

// 32 bytes of chance in base64url. Always as long, so that a station may append its file's name as it likes.
const tokenLength = 43;
const target = new RegExp(`^/files/([A-Za-z0-9_-]{${tokenLength}})(.*)$`, "s");

/** Makes an address under the gateway's own; the token is nowhere but in it. */
export function makeFileAddress(base: string): FileAddress {
  const { token, tokenHash } = newToken();
  // With a slash at its end it is a folder for those who append a name, and an address for those who do not.
  return { url: `${base}/files/${token}/`, tokenHash };
}

/** A credential that stands in an address and nowhere else: what is kept of it is its hash. */
export function newToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashOf(token) };
}

/** Whether a request is about files at all. */
export const isFilePath = (url: string) => url === "/files" || url.startsWith("/files/") || url.startsWith("/files?");

/** Reads where an upload wants to go; undefined for what cannot be one of our addresses. */
export function readUploadTarget(url: string): UploadTarget | undefined {
  const [path = ""] = url.split(/[?#]/, 1);
  const [, token, rest = ""] = target.exec(path) ?? [];
  if (token === undefined) return undefined;
  return { tokenHash: hashOf(token), name: safeName(decoded(rest)) };
}

/** The last part of what a station calls its file, as it may be shown; never used as a path. */
export function safeName(name: string | undefined): string | undefined {
  const last = (name ?? "").split(/[/\\]/).findLast((part) => part !== "") ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be taken out
  const clean = last.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069"]/g, "").trim();
  return clean === "" || clean === "." || clean === ".." ? undefined : clean.slice(0, 200);
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
