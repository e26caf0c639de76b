import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { refusalReasons } from "./refusal-words";
import type { RefusalRow } from "./refusals-table";

/** Says what to change so that a try is taken next time; where nobody has put that into words yet, the gateway's own. */
export function useRemedyWords() {
  const t = useTranslations("refusals");
  return useCallback(
    ({ reason, offered, identity, path, detail }: RefusalRow) => {
      const known = refusalReasons.find((one) => one === reason);
      if (!known) return detail ?? "";
      return t(`change.${known}`, { offered: offered ?? "", identity: identity ?? "", path });
    },
    [t],
  );
}
