/** A user name and password from an Authorization header. A 1.6 password is bytes, and need not be text. */
export interface Credentials {
  user: string;
  password: Buffer;
}

/** Reads HTTP Basic credentials, split at the first colon, for a password may hold more of them. */
export function readBasic(header: string | undefined): Credentials | undefined {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(header ?? "") ?? [];
  if (encoded === undefined) return undefined;
  const bytes = Buffer.from(encoded, "base64");
  const colon = bytes.indexOf(0x3a);
  if (colon < 0) return undefined;
  return { user: bytes.subarray(0, colon).toString("utf8"), password: bytes.subarray(colon + 1) };
}
