"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/checkbox";
import { Segments } from "@/components/segments";
import { eventTypeNames } from "@/server/events/event-types";

/** Every event, or only some types; none chosen means every one. */
export function TypePicker({
  chosen,
  onChoose,
}: {
  chosen: readonly string[];
  onChoose: (types: readonly string[]) => void;
}) {
  const t = useTranslations("webhooks");
  const [isNarrow, setNarrow] = useState(chosen.length > 0);
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 text-12 text-ink-2">{t("wants")}</legend>
      <div>
        <Segments
          label={t("wants")}
          chosen={isNarrow ? "some" : "all"}
          onChoose={(which) => {
            setNarrow(which === "some");
            if (which === "all") onChoose([]);
          }}
          options={[
            { id: "all", label: t("everyEvent") },
            { id: "some", label: t("someEvents") },
          ]}
        />
      </div>
      {isNarrow && (
        <div className="grid grid-cols-2 gap-x-4 rounded-1 border border-line-strong px-3 py-2 max-md:grid-cols-1">
          {eventTypeNames.map((type) => (
            <Checkbox
              key={type}
              isSelected={chosen.includes(type)}
              onChange={(isOn) =>
                onChoose(eventTypeNames.filter((one) => (one === type ? isOn : chosen.includes(one))))
              }
            >
              <span className="mono">{type}</span>
            </Checkbox>
          ))}
        </div>
      )}
    </fieldset>
  );
}
