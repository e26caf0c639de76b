"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { PageHead } from "@/components/page-head";
import { SectionTitle } from "@/components/section-title";
import { Segments } from "@/components/segments";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { CommandFault } from "./command-fault";
import { CommandRow } from "./command-row";
import { commandSearch } from "./command-search";
import { useAgain } from "./use-again";
import { useCommands } from "./use-commands";

/** Everything operators told stations, with its whole life. What nobody has seen to happen stands before the rest. */
export function CommandsLive() {
  const t = useTranslations("commands");
  const trpc = useTRPC();
  const mayCommand = useMay("commands.send");
  const [{ only }, setSearch] = useQueryStates(commandSearch, { history: "replace" });
  const unproven = useQuery(trpc.commands.list.queryOptions({ only: "unproven", limit: 50 }));
  const list = useInfiniteQuery({
    ...trpc.commands.list.infiniteQueryOptions({ only: only ?? undefined }, nextPage),
    placeholderData: keepPreviousData,
  });
  const commands = useCommands();
  const doubtful = unproven.data?.rows ?? [];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const again = useAgain([...doubtful, ...rows], commands.send);
  const actions = mayCommand ? { onUndo: commands.undo, onTryAgain: again } : {};
  const isFirst = only === null && doubtful.length > 0;
  const others = isFirst ? rows.filter(({ id }) => !doubtful.some((one) => one.id === id)) : rows;

  return (
    <div className="flex min-h-full flex-col">
      <PageHead
        title={t("title")}
        actions={
          <Segments
            label={t("filter")}
            chosen={only ?? "all"}
            onChoose={(id) => void setSearch({ only: id === "all" ? null : id })}
            options={[
              { id: "all", label: t("only.all") },
              { id: "open", label: t("only.open") },
              { id: "unproven", label: t("only.unproven") },
            ]}
          />
        }
      />
      {commands.fault && <CommandFault text={commands.fault} onDismiss={commands.dismiss} />}
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {isFirst && (
        <section aria-label={t("unproven")}>
          <div className="px-5 max-md:px-4">
            <SectionTitle count={doubtful.length} note={t("unprovenHelp")}>
              {t("unproven")}
            </SectionTitle>
          </div>
          {doubtful.map((command) => (
            <CommandRow key={command.id} command={command} {...actions} />
          ))}
          <div className="px-5 pt-4 max-md:px-4">
            <SectionTitle>{t("others")}</SectionTitle>
          </div>
        </section>
      )}
      {list.isPending ? (
        <SkeletonRows rows={8} label={t("loading")} />
      ) : (
        others.map((command) => <CommandRow key={command.id} command={command} {...actions} />)
      )}
      {list.hasNextPage && (
        <div className="px-5 py-3 max-md:px-4">
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      )}
      {list.isSuccess && rows.length === 0 && !isFirst && (
        <EmptyState
          kind={only === "unproven" ? "all-well" : only ? "filtered" : "nothing-yet"}
          title={
            <span className={only === "unproven" ? "px-5" : undefined}>{t(only ? `noneOf.${only}` : "none")}</span>
          }
        >
          {only === null && t("noneHelp")}
        </EmptyState>
      )}
    </div>
  );
}
