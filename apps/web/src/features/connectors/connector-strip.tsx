"use client";

import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import type { ConnectorView } from "./connector-view";

/** All connectors of a station in a row of marks, in connector order; each mark says its number and word. */
export function ConnectorStrip({ connectors }: { connectors: readonly Pick<ConnectorView, "label" | "state">[] }) {
  const t = useTranslations("connector");
  return (
    <span className="inline-flex items-center gap-1 align-middle">
      {connectors.map(({ label, state }) => (
        <Glyph key={label} name={state} label={t("named", { label, state: t(`state.${state}`) })} />
      ))}
    </span>
  );
}
