"use client";

import type { Command } from "@chargehand/domain/command";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Headset, Nfc } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/live/trpc";
import type { SupportStart } from "../commands/use-commands";
import { Palette } from "./palette";
import { lastToken, rememberToken } from "./recent";
import { SupportStep } from "./support-step";
import type { Starting } from "./use-acts";

/** Whose charge a start is: the token used last comes first, so that Enter starts; or it is for somebody on the phone. */
export function TokenStep({
  starting,
  onSend,
  onSupport,
  onBack,
  onClose,
}: {
  starting: Starting;
  onSend: (station: number, command: Command) => void;
  onSupport: (start: SupportStart) => void;
  onBack: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("palette");
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [isSupport, setSupport] = useState(false);
  const { data, isError, isPlaceholderData } = useQuery({
    ...trpc.tokens.list.queryOptions({ status: "active", text, limit: 20 }),
    placeholderData: keepPreviousData,
  });
  const last = lastToken();
  const tokens = (data?.rows ?? []).toSorted((one, other) => Number(other.value === last) - Number(one.value === last));
  if (isSupport) {
    return (
      <SupportStep
        starting={starting}
        payers={tokens}
        onSupport={onSupport}
        onBack={() => setSupport(false)}
        onClose={onClose}
      />
    );
  }
  const { station, connector } = starting;
  const title = t("tokenFor", { connector: connector.label, station: station.identity });
  return (
    <Palette
      label={title}
      hint={t("tokenHint")}
      text={text}
      onText={setText}
      onBack={onBack}
      onClose={onClose}
      isSettled={isError || (data !== undefined && !isPlaceholderData)}
      empty={t("nothing", { text })}
      groups={[
        {
          id: "tokens",
          title,
          entries: [
            ...tokens.map(({ value, kind, note }) => ({
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
            {
              id: "support",
              label: t("support.start"),
              note: t("support.note"),
              Icon: Headset,
              run: () => setSupport(true),
            },
          ],
        },
      ]}
    />
  );
}
