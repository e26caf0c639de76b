"use client";

import type { Command } from "@chargehand/domain/command";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Select } from "@/components/select";
import { useTRPC } from "@/live/trpc";
import type { StationDetail } from "../stations/station-view";
import { TokenChoice, type TokenOption } from "../stations/token-choice";

const spans = ["15", "30", "60", "120", "480"] as const;

/** Keeps a place for somebody: whose, where, and how long. */
export function ReserveDialog({
  station,
  onClose,
  onSend,
}: {
  station: StationDetail;
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("reservation");
  const trpc = useTRPC();
  const { data: tokens } = useQuery(trpc.tokens.list.queryOptions({ status: "active", limit: 200 }));
  const [token, setToken] = useState<TokenOption>();
  const [place, setPlace] = useState("any");
  const [minutes, setMinutes] = useState<(typeof spans)[number]>("30");
  const evses = [...new Set(station.connectors.map(({ evse }) => evse))].filter((evse) => evse > 0);

  function send() {
    if (!token) return;
    onSend({
      type: "reserve",
      token: { value: token.value, kind: token.kind },
      evse: place === "any" ? undefined : Number(place),
      until: new Date(Date.now() + Number(minutes) * 60_000).toISOString(),
    });
  }

  return (
    <Dialog
      title={t("reserveTitle", { station: station.identity })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={!token} onPress={send}>
            {t("reserve")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TokenChoice tokens={tokens?.rows ?? []} chosen={token} onChoose={setToken} />
        <Select
          label={t("where")}
          chosen={place}
          onChoose={setPlace}
          options={[
            { id: "any", label: t("anywhere") },
            ...evses.map((evse) => ({ id: String(evse), label: t("at", { evse }) })),
          ]}
        />
        <Select
          label={t("howLong")}
          chosen={minutes}
          onChoose={setMinutes}
          options={spans.map((id) => ({ id, label: t(`span.${id}`) }))}
        />
        <p className="text-12 text-ink-3">{place === "any" ? t("proofAnywhere") : t("proof")}</p>
      </div>
    </Dialog>
  );
}
