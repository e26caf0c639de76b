import { type Speech, wordless } from "./dialect";
import type { Version } from "./version";

/** What only 2.1 has words for, as a version before it says so. */
export function onlyIn21(version: Exclude<Version, "2.1">) {
  const later = (what: string) => wordless(`OCPP ${version} has no words for ${what}; 2.1 has`);
  const behaviour = later("how a station behaves towards the grid");
  const tariffs = wordless("only stations of OCPP 2.1 count by tariffs themselves");
  const streams = later("streams of values");
  return {
    "use-priority": later("priority"),
    "set-dynamic-limit": later("dynamic profiles"),
    "send-grid-signal": later("signals of the grid"),
    "allow-energy-transfer": later("cars that give energy back"),
    "set-grid-control": behaviour,
    "clear-grid-controls": behaviour,
    "read-grid-controls": behaviour,
    "swap-battery": later("batteries that are swapped"),
    "set-tariff": tariffs,
    "read-tariffs": tariffs,
    "clear-tariffs": tariffs,
    "change-tariff": tariffs,
    "await-payment": later("payments in a browser"),
    "read-streams": streams,
    "adjust-stream": streams,
  } satisfies Partial<Speech>;
}
