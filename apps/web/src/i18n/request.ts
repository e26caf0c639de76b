import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { readPreferences } from "../features/preferences/read-preferences";
import { formats } from "./formats";
import { languageFor } from "./languages";

/** The words, the time zone and the formats of whoever asks. A language is a file in messages/ and nothing else. */
export default getRequestConfig(async () => {
  const { language, clock, timeZone } = await readPreferences();
  const locale = language ?? languageFor((await headers()).get("accept-language"));
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, messages, timeZone: clock === "utc" ? "UTC" : timeZone, formats };
});
