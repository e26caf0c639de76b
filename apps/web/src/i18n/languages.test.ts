import { expect, it } from "vitest";
import { languageFor } from "./languages";

const spoken = ["de", "en", "pt-BR"];

it.each([
  ["de-AT,de;q=0.9,en;q=0.5", "de"],
  ["fr,en;q=0.3,de;q=0.7", "de"],
  ["en-GB", "en"],
  ["pt", "pt-BR"],
  ["de;q=0, en", "en"],
  ["ja, zh", "en"],
  ["*", "en"],
  ["", "en"],
  [null, "en"],
  ["../../etc;q=oops", "en"],
])("a browser that asks for %s is spoken to in %s", (accepted, language) => {
  expect(languageFor(accepted, spoken)).toBe(language);
});
