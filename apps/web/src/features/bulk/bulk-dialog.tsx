"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { SkeletonRows } from "@/components/skeleton";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import type { ChosenStations } from "@/server/stations/chosen";
import { CommandFault } from "../commands/command-fault";
import { type BulkCommand, commandOf, cutsSessions, mostUnsaid } from "./bulk-command";
import { BulkWeight } from "./bulk-weight";

/** What would happen to whom, before many stations are told; a large number, or a cut session, has to be written out. */
export function BulkDialog({
  chosen,
  picked,
  command: id,
  onClose,
  onTold,
}: {
  chosen: ChosenStations;
  /** As many as there were when they were picked. */
  picked: number;
  command: BulkCommand;
  onClose: () => void;
  onTold: () => void;
}) {
  const t = useTranslations("bulk");
  const trpc = useTRPC();
  const { mutate: weigh, data: weighed, error: unknown } = useMutation(trpc.stations.weigh.mutationOptions());
  const tell = useMutation(trpc.stations.tellMany.mutationOptions({ onSuccess: onTold }));
  const [ifOffline, setIfOffline] = useState<"leave" | "wait">("leave");
  const [typed, setTyped] = useState("");
  const ask = () => weigh({ chosen, command: commandOf(id) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is weighed as it was picked, when the dialog opens.
  useEffect(ask, []);

  const reached = weighed ? weighed.told - (ifOffline === "leave" ? weighed.offline : 0) : 0;
  const mustWrite =
    weighed !== undefined && (weighed.stations > mostUnsaid || (cutsSessions(id) && weighed.charging.sessions > 0));
  const isReady = reached > 0 && (!mustWrite || typed.trim() === String(weighed.stations));

  function send() {
    if (!weighed || !isReady) return;
    tell.mutate({
      chosen,
      command: commandOf(id),
      name:
        chosen.is === "all" && chosen.q
          ? t("nameOf", { command: t(`command.${id}`), q: chosen.q })
          : t(`command.${id}`),
      expected: weighed.stations,
      ifOffline,
    });
  }

  return (
    <Dialog
      wide
      role="alertdialog"
      title={t("title", { command: t(`command.${id}`), count: weighed?.stations ?? picked })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={!isReady || tell.isPending} onPress={send}>
            {t("send", { count: reached })}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        className="flex flex-col gap-4"
      >
        {weighed ? (
          <BulkWeight
            weighed={weighed}
            command={id}
            reached={reached}
            ifOffline={ifOffline}
            onIfOffline={setIfOffline}
          />
        ) : (
          !unknown && <SkeletonRows rows={4} label={t("weighing")} />
        )}
        {weighed && weighed.stations !== picked && (
          <p className="text-attn-ink text-12">{t("changed", { before: picked, now: weighed.stations })}</p>
        )}
        {mustWrite && (
          <TextField
            label={t("write", { number: String(weighed.stations) })}
            value={typed}
            onChange={setTyped}
            inputMode="numeric"
            autoComplete="off"
            autoFocus
            isMono
            className="max-w-60"
          />
        )}
        {(tell.error ?? unknown) && (
          <CommandFault
            text={(tell.error ?? unknown)?.message ?? ""}
            onDismiss={() => {
              tell.reset();
              ask();
            }}
          />
        )}
      </form>
    </Dialog>
  );
}
