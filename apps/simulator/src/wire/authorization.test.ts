import { expect, it } from "vitest";
import { connectionHeaders, secretBytes } from "./authorization";

const key = "00ff10203040506070809a0b0c0d0e0f";

it("sends a 1.6 key as the bytes it stands for, and a 2.x password as its text", () => {
  expect(secretBytes(key, "by-version", "1.6")).toEqual(Buffer.from(key, "hex"));
  expect(secretBytes(key, "by-version", "2.0.1").toString()).toBe(key);
  expect(secretBytes("no key at all", "by-version", "1.6").toString()).toBe("no key at all");
  expect(secretBytes(key, "text", "1.6").toString()).toBe(key);
});

it("keeps every byte of the password in the header", () => {
  const { Authorization } = connectionHeaders({ user: "CS-1", password: Buffer.from(key, "hex") });
  const decoded = Buffer.from(Authorization.replace("Basic ", ""), "base64");
  expect(decoded).toEqual(Buffer.concat([Buffer.from("CS-1:"), Buffer.from(key, "hex")]));
});
