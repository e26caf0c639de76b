import { useTranslations } from "next-intl";
import type { ChangeRow } from "@/server/changes/list";
import { atHead, spellOut } from "../connectors/fault-text";
import { type Difference, differenceOf } from "./difference-of";

/** A change in words: what was done, and what it was before and is now. */
export function useChangeWords() {
  const t = useTranslations("changes");
  return ({ what }: Pick<ChangeRow, "what">): { title: string; differences: Difference[] } => {
    if (what.is === "setting") {
      const { component, name, before, after } = what;
      const field = component === "" ? name : `${component}.${name}`;
      return { title: t("setting"), differences: [{ field, before, after: after ?? undefined }] };
    }
    if (what.is === "audit") {
      return { title: actionTitle(what.action), differences: differenceOf(what.before, what.after) };
    }
    const { event, firmwareBefore } = what;
    switch (event.type) {
      case "station.booted": {
        const { firmwareVersion, reason } = event;
        const isNew = firmwareBefore && firmwareVersion && firmwareBefore !== firmwareVersion;
        return isNew
          ? {
              title: t("event.firmware"),
              differences: [{ field: t("firmware"), before: firmwareBefore, after: firmwareVersion }],
            }
          : { title: t("event.booted"), differences: reason ? [{ field: t("reason"), after: reason }] : [] };
      }
      case "connector.unavailable":
        return { title: t("event.unavailable", { place: event.evse }), differences: [] };
      case "security.reported":
        return { title: t("event.security", { what: atHead(spellOut(event.what)) }), differences: [] };
      case "alert.opened":
      case "alert.cleared":
        return {
          title: t(event.type === "alert.opened" ? "event.alertOpened" : "event.alertCleared", {
            name: `${event.variable.component}.${event.variable.name}`,
          }),
          differences: [{ field: event.variable.name, after: event.actual }],
        };
      case "issue.opened":
      case "issue.resolved":
        return {
          title: t(event.type === "issue.opened" ? "event.issueOpened" : "event.issueResolved", { id: event.issue }),
          differences: [],
        };
      case "file.received":
        return { title: t("event.file", { name: event.name }), differences: [] };
      default:
        return { title: event.type, differences: [] };
    }
  };
}

/** "station.approve" → "Station: approve"; the trail names what was done, and every part of the console adds to it. */
function actionTitle(action: string): string {
  const [noun = "", verb = ""] = action.split(".");
  return `${atHead(spellOut(noun))}: ${spellOut(verb)}`;
}
