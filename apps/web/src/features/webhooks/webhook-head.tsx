"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Pencil, Radio } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { IconButton } from "@/components/icon-button";
import { Menu } from "@/components/menu";
import { PageHead } from "@/components/page-head";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { useMay } from "../person/may";
import { ShownOnce } from "../settings/shown-once";
import { ForgetWebhookDialog } from "./forget-webhook-dialog";
import { WebhookDialog } from "./webhook-dialog";
import { WebhookState } from "./webhook-state";
import type { WebhookRow } from "./webhook-view";
import { Wants } from "./webhooks-table";

/** The head of a webhook's page, with what can be done to it. */
export function WebhookHeadLive({ webhook }: { webhook: WebhookRow }) {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const mayWrite = useMay("webhooks.write");
  const [open, setOpen] = useState<"change" | "forget">();
  const [secret, setSecret] = useState<string>();
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.webhooks.pathKey() });
  const close = () => setOpen(undefined);
  const change = useMutation(trpc.webhooks.change.mutationOptions({ onSettled, onSuccess: close }));
  const ping = useMutation(trpc.webhooks.ping.mutationOptions({ onSettled }));
  const renew = useMutation(
    trpc.webhooks.renewSecret.mutationOptions({ onSettled, onSuccess: (made) => setSecret(made.secret) }),
  );
  const forget = useMutation(
    trpc.webhooks.delete.mutationOptions({ onSuccess: () => router.push(addresses.webhooks) }),
  );
  const { id, name, url, enabled } = webhook;
  const fault = ping.error ?? renew.error ?? (open === "change" ? null : change.error);

  return (
    <>
      <PageHead
        title={name}
        count={<WebhookState webhook={webhook} />}
        actions={
          mayWrite && (
            <>
              <Button Icon={Radio} isPending={ping.isPending} isDisabled={!enabled} onPress={() => ping.mutate({ id })}>
                {t("ping")}
              </Button>
              <Button Icon={Pencil} onPress={() => setOpen("change")}>
                {t("change")}
              </Button>
              <Menu
                label={t("more")}
                placement="bottom end"
                trigger={<IconButton Icon={Ellipsis} label={t("more")} look="quiet" />}
                groups={[
                  [
                    {
                      id: "enabled",
                      label: t(enabled ? "turnOff" : "turnOn"),
                      onAction: () => change.mutate({ id, enabled: !enabled }),
                    },
                    { id: "renew", label: t("renew"), onAction: () => renew.mutate({ id }) },
                  ],
                  [{ id: "forget", label: t("forget"), onAction: () => setOpen("forget") }],
                ]}
              />
            </>
          )
        }
      />
      <p className="flex flex-wrap gap-x-3 border-line border-b px-5 pb-2 max-md:px-4">
        <span className="mono min-w-0 break-all">{url}</span>
        <Wants webhook={webhook} />
      </p>
      {fault && (
        <p role="alert" className="px-5 py-2 text-fault-ink max-md:px-4">
          {fault.message}
        </p>
      )}
      {open === "change" && (
        <WebhookDialog
          title={t("changeTitle", { name })}
          confirm={t("save")}
          now={webhook}
          onClose={() => {
            close();
            change.reset();
          }}
          onSave={(facts) => change.mutate({ id, ...facts })}
          isSending={change.isPending}
          error={change.error}
        />
      )}
      <ForgetWebhookDialog
        name={name}
        isOpen={open === "forget"}
        onClose={close}
        onForget={() => forget.mutate({ id })}
        isSending={forget.isPending}
        error={forget.error?.message}
      />
      {secret && (
        <ShownOnce
          title={t("renewedTitle", { name })}
          label={t("secret")}
          secret={secret}
          meaning={t("renewedMeaning")}
          onClose={() => setSecret(undefined)}
        />
      )}
    </>
  );
}
