import { readdirSync, readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { firstLanguage } from "./languages";

const folder = new URL("../../messages/", import.meta.url);
const languages = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -".json".length));

/** Every message of a language under its whole name. */
function messagesOf(language: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: unknown, path: string) => {
    if (typeof node === "string") found.set(path, node);
    else for (const [key, value] of Object.entries(node ?? {})) walk(value, path ? `${path}.${key}` : key);
  };
  walk(JSON.parse(readFileSync(new URL(`${language}.json`, folder), "utf8")), "");
  return found;
}

/** What a message is given: "count number", "b tag", and the choices that a select must know. */
function needs(message: string): string[] {
  const found = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.argument) found.add(`{${element.value}}`);
      if (element.type === TYPE.number || element.type === TYPE.date || element.type === TYPE.time) {
        found.add(`{${element.value}}`);
      }
      if (element.type === TYPE.tag) {
        found.add(`<${element.value}>`);
        walk(element.children);
      }
      if (element.type === TYPE.select) {
        found.add(`{${element.value}, select ${Object.keys(element.options).toSorted().join("|")}}`);
        for (const { value } of Object.values(element.options)) walk(value);
      }
      if (element.type === TYPE.plural) {
        found.add(`{${element.value}}`);
        for (const { value } of Object.values(element.options)) walk(value);
      }
    }
  };
  walk(parse(message));
  return [...found].toSorted();
}

const first = messagesOf(firstLanguage);

it("English is there, and every message of it can be read", () => {
  expect(languages).toContain(firstLanguage);
  for (const [name, message] of first) expect(() => needs(message), name).not.toThrow();
});

describe.each(languages.filter((language) => language !== firstLanguage))("the words of %s", (language) => {
  const words = messagesOf(language);

  it("are there for everything that is said in English, and for nothing else", () => {
    expect([...words.keys()].toSorted()).toEqual([...first.keys()].toSorted());
  });

  it("say no less than the English ones: every number, name and choice of a message is in them", () => {
    const different = [...words].flatMap(([name, message]) => {
      const english = first.get(name);
      if (english === undefined) return [];
      const [wanted, given] = [needs(english), needs(message)];
      return wanted.join() === given.join() ? [] : [`${name}: ${wanted.join(" ")} is ${given.join(" ")}`];
    });
    expect(different).toEqual([]);
  });

  it("are not left empty", () => {
    expect([...words].filter(([, message]) => message.trim() === "")).toEqual([]);
  });
});
