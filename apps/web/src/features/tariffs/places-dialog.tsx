"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { ComboBox } from "@/components/combo-box";
import { Dialog } from "@/components/dialog";
import { IconButton } from "@/components/icon-button";
import type { RouterInputs } from "@/live/router-types";
import { useTRPC } from "@/live/trpc";
import type { TariffInForce } from "@/server/tariffs/tariffs";
import { placeId, placeOf } from "../tokens/place-id";

type To = RouterInputs["tariffs"]["assign"]["to"];

/** Says where a tariff counts: for all, at sites, at single stations. Each change counts at once. */
export function PlacesDialog({
  tariff,
  mayWrite,
  onClose,
}: {
  tariff: TariffInForce;
  mayWrite: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("tariffs");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const { data: places = [] } = useQuery(trpc.tariffs.places.queryOptions({ tariff: tariff.id }));
  const { data: known = [] } = useQuery(trpc.tokens.placeOptions.queryOptions());
  const assign = useMutation(
    trpc.tariffs.assign.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.tariffs.pathKey() }),
    }),
  );
  const given = new Set(places.map(({ to }) => placeId(to)));
  // A tariff is for whole stations: single evses have none.
  const options = known.filter(({ id }) => id.split(":").length === 2 && !given.has(id));
  const give = (to: To) => assign.mutate({ to, tariff: tariff.id });
  const take = (to: To) => assign.mutate({ to, tariff: null });

  function add(id: string | undefined) {
    const place = id === undefined ? undefined : placeOf(id);
    if (!place) return;
    give("site" in place ? { site: place.site } : { station: place.station });
    setText("");
  }

  return (
    <Dialog
      title={t("whereNamed", { name: tariff.name })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={<Button onPress={onClose}>{t("done")}</Button>}
    >
      <div className="flex flex-col gap-3">
        <Checkbox
          isSelected={tariff.forAll}
          isDisabled={!mayWrite || assign.isPending}
          onChange={(isChosen) => (isChosen ? give({ all: true }) : take({ all: true }))}
        >
          {t("forAllLong")}
        </Checkbox>
        {mayWrite && (
          <ComboBox
            // The choices come with their own dialog; the box must know them when it opens.
            key={`${known.length}/${given.size}`}
            label={t("addPlace")}
            help={t("addPlaceHelp")}
            options={options}
            onChoose={add}
            text={text}
            onType={setText}
          />
        )}
        <ul aria-label={t("places")}>
          {places.map(({ to, name }) => (
            <li key={placeId(to)} className="flex min-h-8 items-center gap-3 border-line border-b">
              <span className="text-ink-2">{t("site" in to ? "site" : "station")}</span>
              <span className={"site" in to ? "" : "mono"}>{name}</span>
              {mayWrite && (
                <span className="ml-auto">
                  <IconButton Icon={X} label={t("takeFrom", { name })} onPress={() => take(to)} />
                </span>
              )}
            </li>
          ))}
        </ul>
        {assign.error && (
          <p role="alert" className="text-fault-ink">
            {assign.error.message}
          </p>
        )}
        <p className="text-12 text-ink-3">{t("nearest")}</p>
      </div>
    </Dialog>
  );
}
