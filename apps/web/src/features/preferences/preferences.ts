/** What a person chose about the look of the console; kept in cookies, so that the server draws it right at once. */
export interface Preferences {
  theme: Theme;
  density: Density;
  rail: RailWidth;
  /** Pixels of the inspector beside a list; undefined: as wide as the screen suggests. */
  inspector: number | undefined;
  /** Whose clock times are told by. */
  clock: Clock;
  /** Where this browser is. */
  timeZone: string;
  /** Undefined: as the browser asks for. */
  language: string | undefined;
  /** Whether letters and signs act by themselves. */
  keys: KeyUse;
}

export const themes = ["system", "light", "dark", "sunlight"] as const;
export type Theme = (typeof themes)[number];

export const densities = ["compact", "comfortable"] as const;
export type Density = (typeof densities)[number];

export const railWidths = ["closed", "open"] as const;
export type RailWidth = (typeof railWidths)[number];

export const clocks = ["site", "mine", "utc"] as const;
export type Clock = (typeof clocks)[number];

export const keyUses = ["on", "off"] as const;
export type KeyUse = (typeof keyUses)[number];

/** Reads cookies as hostile text: whatever is not a known choice is the default. */
export function parsePreferences(
  cookie: (name: keyof Preferences) => string | undefined,
  languages: readonly string[],
): Preferences {
  return {
    theme: themes.find((theme) => theme === cookie("theme")) ?? "system",
    density: densities.find((density) => density === cookie("density")) ?? "compact",
    rail: railWidths.find((width) => width === cookie("rail")) ?? "open",
    inspector: pixels(cookie("inspector")),
    clock: clocks.find((clock) => clock === cookie("clock")) ?? "site",
    timeZone: knownTimeZone(cookie("timeZone")) ?? "UTC",
    language: languages.find((language) => language === cookie("language")),
    keys: keyUses.find((use) => use === cookie("keys")) ?? "on",
  };
}

/** Between what can hardly be read and what leaves no list. */
function pixels(text: string | undefined) {
  const width = Number(text);
  return Number.isInteger(width) && width >= 280 && width <= 1200 ? width : undefined;
}

function knownTimeZone(name: string | undefined) {
  if (!name) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // A zone this runtime has never heard of.
    return undefined;
  }
}
