import type { SymptomFacts } from "@chargehand/domain/issues/issue";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { IssueRow } from "@/server/issues/list";
import { atHead, spellOut, useFaultText } from "../connectors/fault-text";

/** What is wrong, in a few words. */
export function useSymptomWords() {
  const t = useTranslations("issues.what");
  const attention = useTranslations("sessions.attention");
  const command = useTranslations("command.kind");
  const faultText = useFaultText();
  const format = useFormatter();
  return useCallback(
    (facts: SymptomFacts): string => {
      switch (facts.kind) {
        case "fault": {
          const { code: known, info } = facts;
          const code =
            known || info ? atHead(faultText({ code: known, info, vendorCode: undefined })) : t("faultUnknown");
          return facts.evse > 0 ? t("faultPlace", { code, place: placeOf(facts) }) : t("fault", { code });
        }
        case "offline":
          return t("offline");
        case "alert":
          return t("alert", { name: `${facts.variable.component}.${facts.variable.name}`, actual: facts.actual });
        case "security":
          return t("security", { what: atHead(spellOut(facts.what)) });
        case "unproven":
          return t("unproven", { what: command(facts.commandType) });
        case "session":
          return t("session", { reasons: format.list(facts.attention.map((reason) => attention(reason))) });
        case "drift":
          return t("drift", { name: facts.name, desired: facts.desired, reported: facts.reported });
      }
    },
    [t, attention, command, faultText, format],
  );
}

/** An issue in a few words: of a site, how much of it is gone; of a station, what is wrong and how often. */
export function useIssueTitle() {
  const t = useTranslations("issues.what");
  const symptom = useSymptomWords();
  return useCallback(
    ({ about, station, active, children }: Pick<IssueRow, "about" | "station" | "active" | "children">): string => {
      if (!station) return t(active > 0 ? "offlineSite" : "offlineSiteBack", { active, children });
      return children > 1 ? `${symptom(about)}, ${t("times", { count: children })}` : symptom(about);
    },
    [t, symptom],
  );
}

const placeOf = ({ evse, connector }: { evse: number; connector?: number }) =>
  connector === undefined || connector === 1 ? String(evse) : `${evse}.${connector}`;
