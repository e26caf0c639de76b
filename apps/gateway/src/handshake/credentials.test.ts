import { expect, it } from "vitest";
import { readBasic } from "./credentials";

const basic = (bytes: Buffer | string) => `Basic ${Buffer.from(bytes).toString("base64")}`;

it("splits at the first colon, because a password may hold more", () => {
  expect(readBasic(basic("CS-1:a:b:c"))).toEqual({ user: "CS-1", password: Buffer.from("a:b:c") });
});

it("keeps a password of bytes that are no text", () => {
  const password = Buffer.from([0xff, 0x00, 0x3a, 0x80]);
  expect(readBasic(basic(Buffer.concat([Buffer.from("CS-1:"), password])))?.password).toEqual(password);
});

it("takes the scheme in any case, and an empty user", () => {
  expect(readBasic(basic(":secret").replace("Basic", "bAsIc"))).toEqual({ user: "", password: Buffer.from("secret") });
});

it.each([undefined, "", "Bearer abc", "Basic", "Basic ???", basic("no colon")])("reads nothing out of %s", (header) => {
  expect(readBasic(header)).toBeUndefined();
});
