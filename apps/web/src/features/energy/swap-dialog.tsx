"use client";

import type { Command } from "@chargehand/domain/command";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { useTRPC } from "@/live/trpc";
import { TokenChoice, type TokenOption } from "../stations/token-choice";

/** Lets somebody swap a battery: the station opens its slots for them. */
export function SwapDialog({ onClose, onSend }: { onClose: () => void; onSend: (command: Command) => void }) {
  const t = useTranslations("energy");
  const trpc = useTRPC();
  const { data: tokens } = useQuery(trpc.tokens.list.queryOptions({ status: "active", limit: 200 }));
  const [token, setToken] = useState<TokenOption>();
  return (
    <Dialog
      title={t("swapBattery")}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button
            look="primary"
            isDisabled={!token}
            onPress={() => token && onSend({ type: "swap-battery", token: { value: token.value, kind: token.kind } })}
          >
            {t("swapBattery")}
          </Button>
        </>
      }
    >
      <TokenChoice tokens={tokens?.rows ?? []} chosen={token} onChoose={setToken} />
    </Dialog>
  );
}
