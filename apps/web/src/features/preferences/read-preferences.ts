import { cookies } from "next/headers";
import { cache } from "react";
import { languages } from "@/i18n/languages";
import { type Preferences, parsePreferences } from "./preferences";

/** The preferences of whoever asks, once per request. */
export const readPreferences = cache(async (): Promise<Preferences> => {
  const jar = await cookies();
  return parsePreferences((name) => jar.get(name)?.value, languages);
});
