"use client";

import type { TokenPlace } from "@chargehand/domain/token-place";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Chip } from "@/components/chip";
import { ComboBox } from "@/components/combo-box";
import { useTRPC } from "@/live/trpc";
import { placeId, placeOf } from "./place-id";

/** Where a token may charge: nowhere named is everywhere. */
export function PlacePicker({
  places = [],
  onChange,
}: {
  places?: TokenPlace[];
  onChange: (places: TokenPlace[] | undefined) => void;
}) {
  const t = useTranslations("tokenForm");
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const { data: options = [] } = useQuery(trpc.tokens.placeOptions.queryOptions());
  const chosen = new Set(places.map(placeId));

  function add(id: string | undefined) {
    const place = id === undefined ? undefined : placeOf(id);
    if (!place || chosen.has(placeId(place))) return;
    onChange([...places, place]);
    setText("");
  }

  return (
    <div className="flex flex-col gap-1.5">
      <ComboBox
        key={options.length}
        label={t("places")}
        help={t("placesHelp")}
        options={options.filter(({ id }) => !chosen.has(id))}
        onChoose={add}
        text={text}
        onType={setText}
        placeholder={t("everywhere")}
      />
      {places.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {places.map((place) => (
            <li key={placeId(place)}>
              <Chip
                field={t("site" in place ? "site" : "station")}
                value={options.find(({ id }) => id === placeId(place))?.label ?? placeId(place)}
                onRemove={() => {
                  const rest = places.filter((other) => other !== place);
                  onChange(rest.length > 0 ? rest : undefined);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
