import type messages from "../../messages/en.json";
import type { formats } from "./formats";

declare module "next-intl" {
  interface AppConfig {
    Locale: string;
    Messages: typeof messages;
    Formats: typeof formats;
  }
}
