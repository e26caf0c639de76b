"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { WithInspector } from "@/components/inspector";
import { Segments } from "@/components/segments";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { DeliveriesTable } from "./deliveries-table";
import { DeliveryInspectorLive } from "./delivery-inspector";
import { WebhookHeadLive } from "./webhook-head";
import { deliveryStatuses } from "./webhook-view";

/** Nothing tells when a message was taken, so the page asks again. */
const refetchInterval = 3_000;

/** One webhook: what it is, and what became of each message. */
export function WebhookPageLive({ id }: { id: number }) {
  const t = useTranslations("deliveries");
  const trpc = useTRPC();
  const [{ delivery, status }, setSearch] = useQueryStates(
    { delivery: parseAsString, status: parseAsStringLiteral(deliveryStatuses) },
    { history: "replace" },
  );
  const webhook = useQuery({ ...trpc.webhooks.byId.queryOptions({ id }), refetchInterval });
  const list = useInfiniteQuery({
    ...trpc.webhooks.deliveries.infiniteQueryOptions({ webhook: id, status: status ?? undefined }, nextPage),
    refetchInterval,
    placeholderData: keepPreviousData,
  });
  const deliveries = list.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const close = () => void setSearch({ delivery: null });

  return (
    <WithInspector inspector={delivery && <DeliveryInspectorLive key={delivery} id={delivery} onClose={close} />}>
      {webhook.data && <WebhookHeadLive webhook={webhook.data} />}
      <div className="flex items-center gap-3 px-5 py-2 max-md:px-4">
        <h2 className="text-14">{t("title")}</h2>
        <span className="ml-auto" />
        <Segments
          label={t("status")}
          chosen={status ?? "all"}
          onChoose={(which) => void setSearch({ status: which === "all" ? null : which })}
          options={[
            { id: "all", label: t("only.all") },
            ...deliveryStatuses.map((one) => ({ id: one, label: t(`only.${one}`) })),
          ]}
        />
      </div>
      {list.error && (
        <ErrorPanel what={t("couldNot")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending ? (
        <SkeletonRows rows={8} label={t("loading")} />
      ) : (
        <DeliveriesTable
          deliveries={deliveries}
          activeId={delivery ?? undefined}
          onActivate={(which) => void setSearch({ delivery: which })}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          empty={
            <EmptyState kind={status ? "filtered" : "nothing-yet"} title={t(status ? "filtered" : "none")}>
              {!status && t("noneHelp")}
            </EmptyState>
          }
        />
      )}
    </WithInspector>
  );
}
