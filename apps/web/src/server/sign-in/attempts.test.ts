import { describe, expect, it } from "vitest";
import { signInAttempts } from "./attempts";

function attempts() {
  const time = { now: 1_000_000 };
  return { time, ...signInAttempts(() => time.now) };
}

const fail = ({ failed }: ReturnType<typeof attempts>, times: number, email = "ada@example.org") => {
  for (let i = 0; i < times; i++) failed(email);
};

describe("sign-in attempts", () => {
  it("close an account after ten failures in ten minutes, however its address is written", () => {
    const guessing = attempts();
    fail(guessing, 9);
    expect(guessing.wait("ada@example.org")).toBe(0);
    fail(guessing, 1, " ADA@example.org");
    expect(guessing.wait("ada@example.org")).toBe(10 * 60_000);
    expect(guessing.wait("bob@example.org")).toBe(0);
  });

  it("open it again as the failures grow old", () => {
    const guessing = attempts();
    fail(guessing, 10);
    guessing.time.now += 10 * 60_000;
    expect(guessing.wait("ada@example.org")).toBe(0);
  });

  it("are forgotten with a right password", () => {
    const guessing = attempts();
    fail(guessing, 9);
    guessing.succeeded("ada@example.org");
    fail(guessing, 1);
    expect(guessing.wait("ada@example.org")).toBe(0);
  });
});
