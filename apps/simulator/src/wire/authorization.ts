/** The header of HTTP Basic; the password may be any bytes, as 1.6 demands. */
export function connectionHeaders({ user, password }: { user: string; password: string | Buffer }): {
  Authorization: string;
} {
  const bytes = Buffer.concat([Buffer.from(`${user}:`, "utf8"), Buffer.from(password)]);
  return { Authorization: `Basic ${bytes.toString("base64")}` };
}

/**
 * What goes into the header for a secret as commissioned. 1.6 keeps the key as hex and sends the bytes it stands for;
 * 2.x sends the text of the password.
 */
export function secretBytes(secret: string, form: "hex" | "text" | "by-version", version: string): Buffer {
  const hex = form === "hex" || (form === "by-version" && version === "1.6" && isHexKey(secret));
  return Buffer.from(secret, hex ? "hex" : "utf8");
}

/** 16 to 20 bytes, written as hex. */
function isHexKey(secret: string): boolean {
  return secret.length % 2 === 0 && /^[0-9a-f]{32,40}$/iu.test(secret);
}
