import { getRequestConfig } from "next-intl/server";
import messages from "../../messages/en.json";
import { readPreferences } from "../features/preferences/read-preferences";
import { formats } from "./formats";

/** English is the first language; another one is a file in messages/ and a choice here. */
export default getRequestConfig(async () => {
  const { timeZone } = await readPreferences();
  return { locale: "en", messages, timeZone, formats };
});
