"use client";

import { useTranslations } from "next-intl";
import { Label, Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { Glyph } from "@/components/glyph";
import type { ConnectorView } from "../connectors/connector-view";

/** Chooses the connector a command is about; one that cannot be meant says why. */
export function ConnectorChoice({
  connectors,
  chosen,
  onChoose,
  unavailable,
}: {
  connectors: readonly ConnectorView[];
  chosen: string | undefined;
  onChoose: (label: string) => void;
  unavailable: (connector: ConnectorView) => string | undefined;
}) {
  const t = useTranslations("connector");
  return (
    <RadioGroup value={chosen ?? null} onChange={onChoose} className="flex flex-col gap-1">
      <Label className="text-12 text-ink-2">{t("which")}</Label>
      <div className="overflow-hidden rounded-2 border border-line-strong">
        {connectors.map((connector) => {
          const { label, plug, state } = connector;
          const reason = unavailable(connector);
          return (
            <Radio
              key={label}
              value={label}
              isDisabled={reason !== undefined}
              className="-outline-offset-2 flex min-h-9 items-center gap-2 px-3 not-first:border-line not-first:border-t hover:bg-hover data-focus-visible:outline-2 data-focus-visible:outline-focus data-disabled:bg-transparent data-selected:bg-selected data-disabled:text-ink-3 data-selected:shadow-[inset_3px_0_0_var(--ink)] max-md:min-h-12"
            >
              <Glyph name={state} />
              <span className="font-value">{label}</span>
              {plug && <span className="text-ink-2">{plug}</span>}
              <span className="ml-auto text-ink-2">{reason ?? t(`state.${state}`)}</span>
            </Radio>
          );
        })}
      </div>
    </RadioGroup>
  );
}
