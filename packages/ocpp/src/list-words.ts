import type { ListWords } from "@chargehand/domain/local-list/list-entry";
import { kindsOf201 } from "./ocpp2/translate";
import { longestIdTag } from "./ocpp16/translate";
import type { Version } from "./version";

/** What the words of each version can say about a token on a local list. */
export const listWords: Record<Version, ListWords> = {
  "1.6": { longestToken: longestIdTag, kinds: false, masterPass: false, says: () => true },
  "2.0.1": {
    longestToken: 36,
    kinds: true,
    masterPass: true,
    says: (kind) => kind === "unknown" || kindsOf201.has(kind),
  },
  "2.1": { longestToken: 255, kinds: true, masterPass: true, says: () => true },
};
