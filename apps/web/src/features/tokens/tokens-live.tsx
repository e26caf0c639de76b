"use client";

import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState, useQueryStates } from "nuqs";
import { useCallback, useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { SearchField } from "@/components/search-field";
import { Segments } from "@/components/segments";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { useStepping } from "../keys/stepping";
import { useMay } from "../person/may";
import { RevokeTokenDialog } from "./revoke-token-dialog";
import { TokenDialog } from "./token-dialog";
import { tokenQuery, tokenSearch } from "./token-search";
import type { TokenRow } from "./token-view";
import { TokensHead } from "./tokens-head";
import { TokensTable } from "./tokens-table";

/** Who may charge: found, added, blocked, let in again, forgotten. */
export function TokensLive() {
  const t = useTranslations("tokens");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayWrite = useMay("tokens.write");
  const [search, setSearch] = useQueryStates(tokenSearch, { history: "replace", throttleMs: 200 });
  const [active, setActive] = useQueryState("sel", parseAsString);
  const [isAdding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<{ token: TokenRow; how: "block" | "remove" }>();
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.tokens.pathKey() });
  const add = useMutation(trpc.tokens.add.mutationOptions({ onSettled, onSuccess: () => setAdding(false) }));
  const done = { onSettled, onSuccess: () => setRevoking(undefined) };
  const block = useMutation(trpc.tokens.block.mutationOptions(done));
  const unblock = useMutation(trpc.tokens.unblock.mutationOptions({ onSettled }));
  // The columns stay the same as long as these do; a mutation itself is new with each draw.
  const [letIn, keepOut] = [unblock.mutate, block.mutate];
  const remove = useMutation(trpc.tokens.remove.mutationOptions(done));
  const list = useInfiniteQuery({
    ...trpc.tokens.list.infiniteQueryOptions(tokenQuery(search), nextPage),
    placeholderData: keepPreviousData,
  });
  const tokens = list.data?.pages.flatMap(({ rows }) => rows) ?? [];
  useStepping(tokens.map(({ id }) => addresses.token(String(id))));
  const fault = block.error ?? unblock.error;
  const isNarrowed = search.q !== "" || search.status !== null;

  const setBlocked = useCallback(
    (token: TokenRow, blocked: boolean) => {
      if (!blocked) letIn({ id: Number(token.id) });
      // Nothing is to be asked about a token that never charged.
      else if (token.lastUsedAt) setRevoking({ token, how: "block" });
      else keepOut({ id: Number(token.id) });
    },
    [keepOut, letIn],
  );
  const askToRemove = useCallback((token: TokenRow) => setRevoking({ token, how: "remove" }), []);

  return (
    <div className="flex h-full min-h-0 flex-col">
      <TokensHead
        count={list.hasNextPage ? t("more", { count: tokens.length }) : t("count", { count: tokens.length })}
        actions={
          mayWrite && (
            <Button look="primary" Icon={Plus} onPress={() => setAdding(true)}>
              {t("add")}
            </Button>
          )
        }
      />
      <div className="flex flex-wrap items-center gap-3 px-5 pb-2 max-md:px-4">
        <SearchField
          label={t("search")}
          placeholder={t("search")}
          value={search.q}
          onChange={(q) => void setSearch({ q: q || null })}
          className="min-w-60 flex-1"
        />
        <Segments
          label={t("status")}
          chosen={search.status ?? "all"}
          onChoose={(status) => void setSearch({ status: status === "all" ? null : status })}
          options={[
            { id: "all", label: t("only.all") },
            { id: "active", label: t("only.active") },
            { id: "blocked", label: t("only.blocked") },
            { id: "no-credit", label: t("only.no-credit") },
          ]}
        />
      </div>
      {(list.error ?? (revoking ? undefined : fault)) && (
        <ErrorPanel
          what={t(fault ? "notChanged" : "failed")}
          stillWorks={(fault ?? list.error)?.message}
          onRetry={() => {
            block.reset();
            unblock.reset();
            void list.refetch();
          }}
        />
      )}
      {list.isPending ? (
        <SkeletonRows rows={8} label={t("loading")} />
      ) : (
        <TokensTable
          tokens={tokens}
          activeId={active ?? undefined}
          onActivate={(id) => void setActive(id)}
          onBlock={mayWrite ? setBlocked : undefined}
          onRemove={mayWrite ? askToRemove : undefined}
          busyId={idOf(block) ?? idOf(unblock)}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          empty={
            isNarrowed ? (
              <EmptyState
                kind="filtered"
                title={t("filtered")}
                action={<Button onPress={() => void setSearch({ q: null, status: null })}>{t("clear")}</Button>}
              />
            ) : (
              <EmptyState kind="nothing-yet" title={t("none")}>
                {t("noneHelp")}
              </EmptyState>
            )
          }
        />
      )}
      <TokenDialog
        title={t("addTitle")}
        action={t("addIt")}
        isOpen={isAdding}
        onClose={() => {
          setAdding(false);
          add.reset();
        }}
        onSubmit={(token) => add.mutate(token)}
        isSending={add.isPending}
        fault={
          add.error
            ? { field: add.error.data?.fields?.value ? "value" : undefined, text: add.error.message }
            : undefined
        }
      />
      <RevokeTokenDialog
        token={revoking?.token}
        how={revoking?.how ?? "block"}
        onClose={() => {
          setRevoking(undefined);
          block.reset();
          remove.reset();
        }}
        onRevoke={({ id }, consequences) =>
          (revoking?.how === "remove" ? remove : block).mutate({ id: Number(id), ...consequences })
        }
        isSending={remove.isPending || block.isPending}
        error={(revoking?.how === "remove" ? remove : block).error?.message}
      />
    </div>
  );
}

/** The token a change is being made to. */
const idOf = ({ isPending, variables }: { isPending: boolean; variables?: { id: number } }) =>
  isPending && variables ? String(variables.id) : undefined;
