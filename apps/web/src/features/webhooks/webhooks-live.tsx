"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { useMay } from "../person/may";
import { SettingsHead } from "../settings/settings-head";
import { ShownOnce } from "../settings/shown-once";
import { WebhookDialog } from "./webhook-dialog";
import { WebhooksTable } from "./webhooks-table";

/** Nothing tells when a message was taken, so the page asks again. */
const refetchInterval = 5_000;

/** Where events are sent. */
export function WebhooksLive() {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const mayWrite = useMay("webhooks.write");
  const [active, setActive] = useState<string>();
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<{ id: number; secret: string }>();
  const create = useMutation(
    trpc.webhooks.create.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.webhooks.pathKey() }),
      onSuccess: (webhook) => {
        setCreating(false);
        setMade(webhook);
      },
    }),
  );
  const list = useInfiniteQuery({ ...trpc.webhooks.list.infiniteQueryOptions({}, nextPage), refetchInterval });
  const webhooks = list.data?.pages.flatMap(({ rows }) => rows) ?? [];

  return (
    <div className="flex h-full min-h-0 flex-col">
      <SettingsHead
        actions={
          mayWrite && (
            <Button look="primary" Icon={Plus} onPress={() => setCreating(true)}>
              {t("create")}
            </Button>
          )
        }
      />
      <p className="max-w-text px-5 py-2 text-ink-2 max-md:px-4">{t("about")}</p>
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending ? (
        <SkeletonRows rows={6} label={t("loading")} />
      ) : (
        <WebhooksTable
          webhooks={webhooks}
          activeId={active}
          onActivate={setActive}
          onOpen={({ id }) => router.push(addresses.webhook(id))}
          empty={
            <EmptyState kind="nothing-yet" title={t("none")}>
              {t("noneHelp")}
            </EmptyState>
          }
        />
      )}
      {isCreating && (
        <WebhookDialog
          title={t("create")}
          confirm={t("createConfirm")}
          onClose={() => {
            setCreating(false);
            create.reset();
          }}
          onSave={(facts) => create.mutate(facts)}
          isSending={create.isPending}
          error={create.error}
        />
      )}
      {made && (
        <ShownOnce
          title={t("madeTitle")}
          label={t("secret")}
          secret={made.secret}
          meaning={t("secretMeaning")}
          onClose={() => router.push(addresses.webhook(made.id))}
        />
      )}
    </div>
  );
}
