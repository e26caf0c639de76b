import { expect, it } from "vitest";
import { waitFor } from "./wait-for";

it("returns what the condition came to be", async () => {
  let looks = 0;

  expect(await waitFor(() => (++looks === 3 ? "the third look" : undefined), { what: "it", everyMs: 1 })).toBe(
    "the third look",
  );
});

it("says what it waited for in vain, and what went wrong at the last look", async () => {
  const looking = waitFor(
    () => {
      throw new Error("nobody there");
    },
    { what: "somebody", timeoutMs: 5, everyMs: 1 },
  );

  await expect(looking).rejects.toThrow("Gave up waiting for somebody after 5 ms");
  await expect(looking).rejects.toMatchObject({ cause: { message: "nobody there" } });
});
