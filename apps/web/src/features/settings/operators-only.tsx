import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { SettingsHead } from "./settings-head";

/** What somebody sees here who may only look at the network. */
export function OperatorsOnly() {
  const t = useTranslations("settings");
  return (
    <>
      <SettingsHead />
      <EmptyState kind="nothing-yet" title={t("operatorsOnly")}>
        {t("operatorsOnlyHelp")}
      </EmptyState>
    </>
  );
}
