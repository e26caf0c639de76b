"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { KeyValues } from "@/components/key-values";
import { useTRPC } from "@/live/trpc";
import { placeId } from "./place-id";
import { type TokenRow, tokenKinds } from "./token-view";
import { useLimitWords } from "./use-limit-words";

/** What a token is and may, one fact a line. */
export function TokenFacts({ token }: { token: TokenRow }) {
  const t = useTranslations("tokenPage");
  const kinds = useTranslations("token");
  const trpc = useTRPC();
  const { data: options } = useQuery(trpc.tokens.placeOptions.queryOptions());
  const kind = tokenKinds.find((known) => known === token.kind);
  const nameOf = (id: string) => options?.find((option) => option.id === id)?.label ?? id;
  const { group, masterPass, validFrom, expiresAt, maxSessions, places, connectorTypes, priority, message, note } =
    token;
  const say = useLimitWords();
  const { maxEnergyWh: energyWh, maxSeconds: seconds, maxCost } = token;
  const limit = { energyWh, seconds, cost: maxCost };
  const isLimited = Object.values(limit).some((most) => most !== undefined);

  return (
    <div className="py-2">
      <KeyValues
        facts={[
          { label: t("kind"), value: kind ? kinds(`kind.${kind}`) : token.kind },
          ...(group
            ? [{ label: t("group"), value: <span className="mono">{group}</span>, note: masterPass && t("masterPass") }]
            : []),
          ...(validFrom ? [{ label: t("from"), value: <ClockTime at={validFrom} precision="day" /> }] : []),
          { label: t("expires"), value: expiresAt ? <ClockTime at={expiresAt} precision="day" /> : t("noEnd") },
          { label: t("maxSessions"), value: maxSessions ?? t("anyNumber") },
          ...(isLimited
            ? [{ label: t("eachSession"), value: say(limit), note: maxCost && t("currencyOfTariff") }]
            : []),
          {
            label: t("places"),
            value: places ? places.map((place) => nameOf(placeId(place))).join(", ") : t("everywhere"),
          },
          ...(connectorTypes ? [{ label: t("connectorTypes"), value: connectorTypes.join(", ") }] : []),
          ...(priority === undefined ? [] : [{ label: t("priority"), value: priority }]),
          ...(message ? [{ label: t("message"), value: message }] : []),
          ...(note ? [{ label: t("note"), value: note }] : []),
        ]}
      />
    </div>
  );
}
