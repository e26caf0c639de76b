"use client";

import type { Command } from "@chargehand/domain/command";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Nfc } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/live/trpc";
import { Palette } from "./palette";
import { lastToken, rememberToken } from "./recent";
import type { Starting } from "./use-acts";

/** Whose charge a start is: the token used last comes first, so that Enter starts. */
export function TokenStep({
  starting: { station, connector },
  onSend,
  onBack,
  onClose,
}: {
  starting: Starting;
  onSend: (station: number, command: Command) => void;
  onBack: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("palette");
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const { data, isError, isPlaceholderData } = useQuery({
    ...trpc.tokens.list.queryOptions({ status: "active", text, limit: 20 }),
    placeholderData: keepPreviousData,
  });
  const last = lastToken();
  const tokens = (data?.rows ?? []).toSorted((one, other) => Number(other.value === last) - Number(one.value === last));
  return (
    <Palette
      label={t("tokenFor", { connector: connector.label, station: station.identity })}
      hint={t("tokenHint")}
      text={text}
      onText={setText}
      onBack={onBack}
      onClose={onClose}
      isSettled={isError || (data !== undefined && !isPlaceholderData)}
      empty={t("nothing", { text })}
      groups={
        tokens.length === 0
          ? []
          : [
              {
                id: "tokens",
                title: t("tokenFor", { connector: connector.label, station: station.identity }),
                entries: tokens.map(({ value, kind, note }) => ({
                  id: `token ${kind} ${value}`,
                  label: t("startWith", { token: value }),
                  note,
                  Icon: Nfc,
                  run() {
                    rememberToken(value);
                    onSend(station.id, {
                      type: "start",
                      evse: connector.evse,
                      connector: connector.connector,
                      token: { value, kind },
                    });
                  },
                })),
              },
            ]
      }
    />
  );
}
