import { useTranslations } from "next-intl";
import type { StationList } from "@/server/local-lists/station-list";

/** Says in words how a station's list is, and what is done about it. */
export function useListWords() {
  const t = useTranslations("access");

  function state({ state: now, step, detail, list, plan, held, reported }: StationList): string {
    if (now === "failed") return t("state.failed", { why: detail ?? "" });
    if (now === "unable") return t("state.noList");
    if (now === "due" || now === "reading") return t("state.reading");
    if (now === "sending") return t("state.sending", { step: step + 1 });
    if (!list && !held && !reported) return t("state.none");
    if (plan.kind === "too-long") return t("state.tooLong", { capacity: plan.capacity });
    if (plan.kind === "no-list") return t("state.noList");
    if (plan.kind === "in-step") return t("state.inStep");
    if (held && reported !== null && reported !== held.version) {
      return t("state.conflict", { reported, held: held.version, messages: plan.messages });
    }
    return t(`state.${list?.byItself ? "soon_" : ""}${plan.mode}`, { messages: plan.messages });
  }

  return {
    state,
    /** all, site, station: the first word of a list's scope. */
    scope: (scope: string) => (scope.startsWith("site:") ? "site" : scope.startsWith("station:") ? "station" : "all"),
    room({ capacity, linesPerMessage }: StationList["limits"]) {
      if (capacity === undefined && linesPerMessage === undefined) return t("notSaid");
      return [
        capacity !== undefined && t("capacity", { count: capacity }),
        linesPerMessage !== undefined && t("perMessage", { count: linesPerMessage }),
      ]
        .filter(Boolean)
        .join(", ");
    },
  } as const;
}
