"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { WithInspector } from "@/components/inspector";
import { SkeletonRows } from "@/components/skeleton";
import { Switch } from "@/components/switch";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { SettingsHead } from "../settings/settings-head";
import { ShownOnce } from "../settings/shown-once";
import { CreateKeyDialog } from "./create-key-dialog";
import { KeyInspector } from "./key-inspector";
import type { KeyRow } from "./key-view";
import { KeysTable } from "./keys-table";
import { RevokeKeyDialog } from "./revoke-key-dialog";

/** Which programs may ask, and for what: made, looked at, ended. */
export function KeysLive() {
  const t = useTranslations("apiKeys");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayWrite = useMay("apikeys.write");
  const [withRevoked, setWithRevoked] = useState(false);
  const [active, setActive] = useState<string>();
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<{ name: string; key: string }>();
  const [revoking, setRevoking] = useState<KeyRow>();
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.keys.pathKey() });
  const create = useMutation(
    trpc.keys.create.mutationOptions({
      onSettled,
      onSuccess: ({ key }, { name }) => {
        setCreating(false);
        setMade({ name, key });
      },
    }),
  );
  const revoke = useMutation(trpc.keys.revoke.mutationOptions({ onSettled, onSuccess: () => setRevoking(undefined) }));
  const list = useInfiniteQuery(trpc.keys.list.infiniteQueryOptions({ revoked: withRevoked }, nextPage));
  const keys = list.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const shown = keys.find(({ id }) => String(id) === active);

  return (
    <WithInspector
      inspector={
        shown && (
          <KeyInspector
            apiKey={shown}
            onClose={() => setActive(undefined)}
            onRevoke={mayWrite ? () => setRevoking(shown) : undefined}
          />
        )
      }
    >
      <SettingsHead
        actions={
          mayWrite && (
            <Button look="primary" Icon={Plus} onPress={() => setCreating(true)}>
              {t("create")}
            </Button>
          )
        }
      />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-2 max-md:px-4">
        <p className="max-w-text text-ink-2">{t("about")}</p>
        <Switch isSelected={withRevoked} onChange={setWithRevoked}>
          {t("withRevoked")}
        </Switch>
      </div>
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending ? (
        <SkeletonRows rows={6} label={t("loading")} />
      ) : (
        <KeysTable
          keys={keys}
          activeId={active}
          onActivate={setActive}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          empty={
            <EmptyState kind="nothing-yet" title={t("none")}>
              {t("noneHelp")}
            </EmptyState>
          }
        />
      )}
      <CreateKeyDialog
        isOpen={isCreating}
        onClose={() => {
          setCreating(false);
          create.reset();
        }}
        onCreate={(key) => create.mutate(key)}
        isSending={create.isPending}
        error={create.error?.message}
      />
      <RevokeKeyDialog
        apiKey={revoking}
        onClose={() => {
          setRevoking(undefined);
          revoke.reset();
        }}
        onRevoke={({ id }) => revoke.mutate({ id })}
        isSending={revoke.isPending}
        error={revoke.error?.message}
      />
      {made && (
        <ShownOnce
          title={t("madeTitle", { name: made.name })}
          label={t("key")}
          secret={made.key}
          meaning={t("madeMeaning")}
          onClose={() => setMade(undefined)}
        />
      )}
    </WithInspector>
  );
}
