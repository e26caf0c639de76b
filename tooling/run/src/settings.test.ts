import { describe, expect, it } from "vitest";
import { readSettings } from "./settings";

describe("the settings of npm start", () => {
  it("needs to be told nothing", () => {
    expect(readSettings({})).toMatchObject({
      webPort: 3000,
      gatewayPort: 9000,
      demoStations: 25,
      databaseUrl: undefined,
      admin: { email: "admin@chargehand.local", generated: true },
    });
  });

  it("makes another password each time, unless it is given one", () => {
    const [one, other] = [readSettings({}), readSettings({})];

    expect(one.admin.password).not.toBe(other.admin.password);
    expect(readSettings({ ADMIN_PASSWORD: "correct horse battery" }).admin).toMatchObject({
      password: "correct horse battery",
      generated: false,
    });
  });

  it("takes an empty variable for one that was not set", () => {
    expect(readSettings({ DATABASE_URL: "", WEB_PORT: "" })).toMatchObject({ databaseUrl: undefined, webPort: 3000 });
  });

  it.each([
    [{ WEB_PORT: "70000" }, "The environment variable WEB_PORT is no port."],
    [{ DATABASE_URL: "mysql://x" }, "The environment variable DATABASE_URL is no PostgreSQL address (postgresql://…)."],
    [{ DEMO_STATIONS: "-1" }, "The environment variable DEMO_STATIONS is below 0."],
    [{ DEMO_STATIONS: "1.5" }, "The environment variable DEMO_STATIONS is no whole number."],
    [{ ADMIN_EMAIL: "me" }, "The environment variable ADMIN_EMAIL is no e-mail address."],
    [{ ADMIN_PASSWORD: "short" }, "The environment variable ADMIN_PASSWORD has fewer than 12 characters."],
  ])("refuses %j in one sentence", (environment, sentence) => {
    expect(() => readSettings(environment)).toThrow(sentence);
  });
});
