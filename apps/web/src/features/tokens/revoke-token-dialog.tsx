"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { Dialog } from "@/components/dialog";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import type { TokenRow } from "./token-view";

/** What else is to happen when a token may charge no longer. */
export interface Consequences {
  stopSessions: boolean;
  clearCaches: boolean;
}

/** Asks what is to become of what a token charges now, and of what stations remember of it. */
export function RevokeTokenDialog({
  token,
  how,
  onClose,
  onRevoke,
  isSending,
  error,
}: {
  token: TokenRow | undefined;
  how: "block" | "remove";
  onClose: () => void;
  onRevoke: (token: TokenRow, consequences: Consequences) => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("revokeToken");
  return (
    <Dialog
      title={t(`${how}.title`, { token: token?.value ?? "" })}
      isOpen={token !== undefined}
      onOpenChange={(open) => open || onClose()}
      role="alertdialog"
    >
      {token && (
        <Question
          key={token.id}
          token={token}
          how={how}
          onClose={onClose}
          onRevoke={(consequences) => onRevoke(token, consequences)}
          isSending={isSending}
          error={error}
        />
      )}
    </Dialog>
  );
}

function Question({
  token,
  how,
  onClose,
  onRevoke,
  isSending,
  error,
}: {
  token: TokenRow;
  how: "block" | "remove";
  onClose: () => void;
  onRevoke: (consequences: Consequences) => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("revokeToken");
  const trpc = useTRPC();
  const mayCommand = useMay("commands.send");
  const { data: usage } = useQuery(trpc.tokens.usage.queryOptions({ id: Number(token.id) }));
  const [stopSessions, setStopSessions] = useState(false);
  const [clearCaches, setClearCaches] = useState(false);
  const running = usage?.running.length ?? token.running;
  const stations = usage?.stations.length ?? 0;
  const listed = usage?.listed ?? [];
  const away = listed.filter(({ connected }) => !connected);

  return (
    <div className="flex flex-col gap-3">
      <p>{t(`${how}.meaning`)}</p>
      {running > 0 && (
        <div>
          <Checkbox isSelected={stopSessions} onChange={setStopSessions} isDisabled={!mayCommand}>
            {t("stop", { count: running })}
          </Checkbox>
          <p className="pl-6 text-12 text-ink-3">
            {t("stopHelp", { stations: usage?.running.map(({ station }) => station).join(", ") ?? "" })}
          </p>
        </div>
      )}
      {stations > 0 && (
        <div>
          <Checkbox isSelected={clearCaches} onChange={setClearCaches} isDisabled={!mayCommand}>
            {t("clear", { count: stations })}
          </Checkbox>
          <p className="pl-6 text-12 text-ink-3">{t("clearHelp")}</p>
        </div>
      )}
      {listed.length > 0 && (
        <div>
          <p>{t("listed", { count: listed.length })}</p>
          {away.length > 0 && (
            <p className="text-12 text-ink-3">
              {t("listedAway", {
                stations: away
                  .slice(0, 8)
                  .map(({ identity }) => identity)
                  .join(", "),
                more: Math.max(0, away.length - 8),
              })}
            </p>
          )}
        </div>
      )}
      {error && (
        <p role="alert" className="text-fault-ink">
          {error}
        </p>
      )}
      <div className="flex justify-end gap-2 pt-1">
        <Button onPress={onClose}>{t("leave")}</Button>
        <Button look="primary" autoFocus isPending={isSending} onPress={() => onRevoke({ stopSessions, clearCaches })}>
          {t(`${how}.do`)}
        </Button>
      </div>
    </div>
  );
}
