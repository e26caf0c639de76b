/** Covers what tells of people: tokens, and what cars and contracts are known by. The same value is the same word throughout a file. */
export function createPersonalMask(): (frame: string) => string {
  const words = new Map<string, string>();
  const wordFor = (value: string) => {
    const known = words.get(value.toLowerCase());
    if (known !== undefined) return known;
    const made = `person-${words.size + 1}`;
    words.set(value.toLowerCase(), made);
    return made;
  };
  const cover = (value: unknown, isPersonal: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => cover(item, isPersonal));
    if (typeof value === "string" && isPersonal && value !== "") return wordFor(value);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, cover(inner, personal.has(key.toLowerCase()))]),
    );
  };
  return (frame) => {
    if (!mayTell.test(frame)) return frame;
    try {
      return JSON.stringify(cover(JSON.parse(frame), false));
    } catch {
      // It names what tells of people and cannot be read: better nothing than too much.
      return "…";
    }
  };
}

const personal = new Set([
  ...["idtag", "parentidtag", "idtoken", "additionalidtoken", "customeridentifier", "personalmessage"],
  ...["certificate", "iso15118certificatehashdata", "exirequest", "exiresponse", "emaid", "evccid", "vehicleid", "vin"],
]);

const mayTell = new RegExp(`"(?:${[...personal].join("|")})"`, "i");
