import { Unsupported } from "@chargehand/domain/command";
import type { Speech } from "../dialect";

const later = (what: string) => () => {
  throw new Unsupported(`OCPP 1.6 has no words for ${what}; 2.1 has`);
};

/** What only 2.1 has words for, about power, the grid and batteries. */
export const laterSpeech = {
  "use-priority": later("priority"),
  "set-dynamic-limit": later("dynamic profiles"),
  "send-grid-signal": later("signals of the grid"),
  "allow-energy-transfer": later("cars that give energy back"),
  "set-grid-control": later("how a station behaves towards the grid"),
  "clear-grid-controls": later("how a station behaves towards the grid"),
  "read-grid-controls": later("how a station behaves towards the grid"),
  "swap-battery": later("batteries that are swapped"),
} satisfies Partial<Speech>;
