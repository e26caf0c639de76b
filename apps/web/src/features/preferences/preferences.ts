/** What a person chose about the look of the console; kept in cookies, so that the server draws it right at once. */
export interface Preferences {
  theme: Theme;
  rail: RailWidth;
  timeZone: string;
}

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const railWidths = ["closed", "open"] as const;
export type RailWidth = (typeof railWidths)[number];

/** Reads cookies as hostile text: whatever is not a known choice is the default. */
export function parsePreferences(cookie: (name: keyof Preferences) => string | undefined): Preferences {
  return {
    theme: themes.find((theme) => theme === cookie("theme")) ?? "system",
    rail: railWidths.find((width) => width === cookie("rail")) ?? "open",
    timeZone: knownTimeZone(cookie("timeZone")) ?? "UTC",
  };
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
