import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFirstOperator } from "../src/server/first-operator/create";
import { type Auth, makeAuth, personOf } from "../src/server/sign-in/auth";
import { signInHandler } from "../src/server/sign-in/handler";
import { openConsole, type TestConsole } from "./console";

const password = "correct horse battery";
const rules = { trustProxy: false };
const here = "http://192.168.1.7:3000";

let house: TestConsole;
let auth: Auth;
beforeAll(async () => {
  house = await openConsole();
  await house.prisma.user.deleteMany();
  auth = makeAuth({ prisma: house.prisma, secret: "a secret of thirty-two characters", rules });
});
afterAll(() => house.close());

describe("the first operator", () => {
  it("is made once, also by two starts at the same time", async () => {
    const made = await Promise.all([
      createFirstOperator(house.prisma, { email: "Ada@Example.org", password }),
      createFirstOperator(house.prisma, { email: "eve@example.org", password }),
    ]);
    expect(made.toSorted()).toEqual([false, true]);
    await house.prisma.user.deleteMany();
    expect(await createFirstOperator(house.prisma, { email: "Ada@Example.org", password })).toBe(true);
    expect(await house.prisma.user.findMany()).toMatchObject([{ email: "ada@example.org", role: "operator" }]);
  });
});

describe("signing in", () => {
  it("takes the right password, on whatever address the console was opened", async () => {
    const response = await post("/sign-in/email", { email: "ada@example.org", password });
    expect(response.status).toBe(200);
    const cookie = response.headers.getSetCookie().join("; ");
    // Without TLS, a cookie marked secure would never come back.
    expect(cookie).not.toMatch(/secure/i);
    expect(cookie).toMatch(/httponly/i);
    const person = await personOf(auth, new Headers({ cookie: cookieOf(response) }));
    expect(person).toMatchObject({ email: "ada@example.org", role: "operator" });

    await post("/sign-out", {}, { cookie: cookieOf(response) });
    expect(await personOf(auth, new Headers({ cookie: cookieOf(response) }))).toBeUndefined();
  });

  it("knows nobody without a cookie, or with a made-up one", async () => {
    expect(await personOf(auth, new Headers())).toBeUndefined();
    expect(await personOf(auth, new Headers({ cookie: "chargehand.session_token=made-up" }))).toBeUndefined();
  });

  it("does not know a person who was banned", async () => {
    const response = await post("/sign-in/email", { email: "ada@example.org", password });
    await house.prisma.user.updateMany({ data: { banned: true } });
    expect(await personOf(auth, new Headers({ cookie: cookieOf(response) }))).toBeUndefined();
    await house.prisma.user.updateMany({ data: { banned: false } });
  });

  it("is refused from another site", async () => {
    const response = await post(
      "/sign-in/email",
      { email: "ada@example.org", password },
      { origin: "https://evil.example" },
    );
    expect(response.status).toBe(403);
  });

  it("says the same for a wrong password and an unknown address", async () => {
    const wrong = await post("/sign-in/email", { email: "ada@example.org", password: "wrong password" });
    const unknown = await post("/sign-in/email", { email: "nobody@example.org", password: "wrong password" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it("stops guessing at one account", async () => {
    const guesses = [];
    for (let guess = 0; guess < 11; guess++) {
      guesses.push(
        (await post("/sign-in/email", { email: "bob@example.org", password: `guess number ${guess}` })).status,
      );
    }
    expect(guesses.slice(0, 10).every((status) => status === 401)).toBe(true);
    expect(guesses[10]).toBe(429);
    expect((await post("/sign-in/email", { email: "ada@example.org", password })).status).toBe(200);
  });

  it("lets nobody make an account, or a better role", async () => {
    const made = await post("/sign-up/email", { name: "Eve", email: "eve@example.org", password, role: "operator" });
    expect(made.ok).toBe(false);
    expect(await house.prisma.user.count()).toBe(1);
  });
});

function post(path: string, body: object, headers: Record<string, string> = {}) {
  return signInHandler(
    auth,
    rules,
  )(
    new Request(`${here}/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", host: "192.168.1.7:3000", origin: here, ...headers },
      body: JSON.stringify(body),
    }),
  );
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
