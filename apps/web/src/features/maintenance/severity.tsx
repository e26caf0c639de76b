"use client";

import { leastWanted } from "@chargehand/domain/maintenance/monitor";
import { useTranslations } from "next-intl";
import { Pill } from "@/components/pill";
import { levelOf } from "./levels";

/** How bad something is, in a word and its number. */
export function Severity({ of }: { of: number | undefined }) {
  const t = useTranslations("maintenance");
  if (of === undefined) return <Pill>{t("alerts.unrated")}</Pill>;
  return (
    <Pill look={of < leastWanted ? "attn" : "plain"} note={of}>
      {t(`severity.${levelOf(of)}`)}
    </Pill>
  );
}
