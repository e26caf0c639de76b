"use client";

import { useInfiniteQuery, useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Ban, CircleCheck, Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { PageHead } from "@/components/page-head";
import { SectionTitle } from "@/components/section-title";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { useMay } from "../person/may";
import { sessionRowOf } from "../sessions/session-row-of";
import { SessionsTable } from "../sessions/sessions-table";
import { RevokeTokenDialog } from "./revoke-token-dialog";
import { TokenDialog } from "./token-dialog";
import { TokenFacts } from "./token-facts";
import { TokenStatus } from "./tokens-table";
import { UsedNow } from "./used-now";

/** One token: what it may, where it charges now, and all it charged. */
export function TokenPage({ id }: { id: number }) {
  const t = useTranslations("tokenPage");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const mayWrite = useMay("tokens.write");
  const { data: token } = useSuspenseQuery(trpc.tokens.byId.queryOptions({ id }));
  const { data: usage } = useQuery(trpc.tokens.usage.queryOptions({ id }));
  const list = useInfiniteQuery(trpc.sessions.list.infiniteQueryOptions({ token: token.value }, nextPage));
  const sessions = useMemo(() => list.data?.pages.flatMap(({ rows }) => rows.map(sessionRowOf)) ?? [], [list.data]);
  const [active, setActive] = useState<string>();
  const [isChanging, setChanging] = useState(false);
  // Stands in the address, so that the palette leads right to the question.
  const [asked, setAsked] = useQueryState("do", parseAsStringLiteral(["block"]));
  function close() {
    setChanging(false);
    void setAsked(null);
  }
  const done = {
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.tokens.pathKey() }),
    onSuccess: close,
  };
  const change = useMutation(trpc.tokens.change.mutationOptions(done));
  const block = useMutation(trpc.tokens.block.mutationOptions(done));
  const unblock = useMutation(trpc.tokens.unblock.mutationOptions(done));

  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto">
      <div className="shrink-0">
        <PageHead
          title={<span className="break-all font-mono text-20 [font-feature-settings:'zero']">{token.value}</span>}
          count={<TokenStatus token={token} />}
          actions={
            mayWrite && (
              <>
                <Button Icon={Pencil} onPress={() => setChanging(true)}>
                  {t("change")}
                </Button>
                {token.standing === "active" ? (
                  <Button Icon={Ban} onPress={() => void setAsked("block")}>
                    {t("block")}
                  </Button>
                ) : (
                  <Button Icon={CircleCheck} isPending={unblock.isPending} onPress={() => unblock.mutate({ id })}>
                    {t("unblock")}
                  </Button>
                )}
              </>
            )
          }
        />
      </div>
      {unblock.error && <ErrorPanel what={t("notChanged")} stillWorks={unblock.error.message} />}
      <div className="grid shrink-0 grid-cols-2 gap-x-10 gap-y-5 px-5 py-2 max-lg:grid-cols-1 max-md:px-4">
        <section aria-labelledby="may">
          <SectionTitle id="may">{t("may")}</SectionTitle>
          <TokenFacts token={token} />
        </section>
        <section aria-labelledby="now">
          <SectionTitle id="now" count={usage?.running.length}>
            {t("now")}
          </SectionTitle>
          <UsedNow usage={usage} />
        </section>
      </div>
      <div className="flex min-h-80 flex-1 shrink-0 flex-col pt-3">
        <div className="px-5 max-md:px-4">
          <SectionTitle>{t("sessions")}</SectionTitle>
        </div>
        {list.error && (
          <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
        )}
        <SessionsTable
          sessions={sessions}
          activeId={active}
          onActivate={setActive}
          onOpen={({ id: session }) => router.push(addresses.session(session))}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          empty={<EmptyState kind="nothing-yet" title={t("never")} />}
        />
      </div>
      <TokenDialog
        title={t("changeTitle", { token: token.value })}
        action={t("save")}
        token={token}
        isOpen={isChanging}
        onClose={() => {
          close();
          change.reset();
        }}
        onSubmit={({ group, expiresAt, validFrom, places, connectorTypes, priority, message, ...most }) =>
          // What was emptied is to be taken away, not left as it is.
          change.mutate({
            id,
            group: group ?? null,
            expiresAt: expiresAt ?? null,
            validFrom: validFrom ?? null,
            maxSessions: most.maxSessions ?? null,
            maxEnergyWh: most.maxEnergyWh ?? null,
            maxSeconds: most.maxSeconds ?? null,
            maxCost: most.maxCost ?? null,
            places: places ?? null,
            connectorTypes,
            priority: priority ?? null,
            message: message ?? null,
          })
        }
        isSending={change.isPending}
        fault={change.error ? { text: change.error.message } : undefined}
      />
      <RevokeTokenDialog
        token={asked === "block" && mayWrite && token.standing === "active" ? token : undefined}
        how="block"
        onClose={() => {
          close();
          block.reset();
        }}
        onRevoke={(_token, consequences) => block.mutate({ id, ...consequences })}
        isSending={block.isPending}
        error={block.error?.message}
      />
    </div>
  );
}
