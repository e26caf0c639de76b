import { languages as listed } from "@/env";

/** The languages the console speaks: one for each file in messages/, found when it is built. */
export const languages: readonly string[] = listed;

/** The first language of the list a browser sends that we speak: "de-AT,de;q=0.9,en;q=0.5" asks for German. */
export function languageFor(accepted: string | null | undefined, spoken: readonly string[] = languages): string {
  const wanted = (accepted ?? "")
    .split(",")
    .map((part, place) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find((each) => each !== undefined);
      return { tag, place, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((one, other) => other.quality - one.quality || one.place - other.place);
  for (const { tag } of wanted) {
    const found =
      spoken.find((language) => language.toLowerCase() === tag) ??
      spoken.find((language) => language.toLowerCase().split("-")[0] === tag.split("-")[0]);
    if (found) return found;
  }
  return firstLanguage;
}

/** The language all words are written in first. */
export const firstLanguage = "en";
