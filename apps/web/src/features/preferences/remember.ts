import { keepCookie } from "@/components/cookie";
import type { Preferences } from "./preferences";

/** Keeps a choice for the next page the server draws. */
export function remember<Name extends keyof Preferences>(name: Name, value: NonNullable<Preferences[Name]>) {
  keepCookie(name, value);
}
