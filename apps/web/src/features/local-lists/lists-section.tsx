"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Pencil, Plus, Send, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { IconButton } from "@/components/icon-button";
import { SectionTitle } from "@/components/section-title";
import { useTRPC } from "@/live/trpc";
import type { ListRow } from "@/server/local-lists/lists";
import { useMay } from "../person/may";
import { ListDialog } from "./list-dialog";

/** The lists stations are to hold: for all, for those of a site, for one. */
export function ListsSection() {
  const t = useTranslations("lists");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [mayWrite, maySend] = [useMay("tokens.write"), useMay("commands.send")];
  const { data: lists } = useSuspenseQuery(trpc.lists.all.queryOptions());
  const [editing, setEditing] = useState<ListRow | "new">();
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.lists.pathKey() });
  const save = useMutation(trpc.lists.save.mutationOptions({ onSettled, onSuccess: () => setEditing(undefined) }));
  const remove = useMutation(trpc.lists.remove.mutationOptions({ onSettled }));
  const send = useMutation(trpc.lists.sendToAll.mutationOptions({ onSettled }));
  const fault = remove.error ?? send.error;

  return (
    <section aria-labelledby="lists">
      <SectionTitle
        id="lists"
        count={lists.length}
        aside={
          mayWrite && (
            <Button Icon={Plus} onPress={() => setEditing("new")}>
              {t("add")}
            </Button>
          )
        }
      >
        {t("title")}
      </SectionTitle>
      {fault && <ErrorPanel what={t("notChanged")} stillWorks={fault.message} />}
      {lists.length === 0 && (
        <EmptyState kind="nothing-yet" title={t("none")}>
          {t("noneHelp")}
        </EmptyState>
      )}
      <ul>
        {lists.map((list) => (
          <li
            key={list.id}
            className="flex flex-wrap items-center gap-x-6 gap-y-1 border-line border-b py-2"
            aria-label={nameOf(list)}
          >
            <span className="min-w-48 font-value">{nameOf(list)}</span>
            <span className="text-ink-2">{filterOf(list)}</span>
            <span className="text-ink-2">{faresOf(list)}</span>
            <span className="ml-auto inline-flex items-center gap-1">
              {maySend && (
                <Button
                  size="row"
                  Icon={Send}
                  isDisabled={list.stations === 0}
                  isPending={send.isPending && send.variables.id === list.id}
                  onPress={() => send.mutate({ id: list.id })}
                  aria-label={t("sendNamed", { list: nameOf(list), count: list.stations })}
                >
                  {t("send", { count: list.stations })}
                </Button>
              )}
              {mayWrite && (
                <>
                  <IconButton
                    Icon={Pencil}
                    label={t("changeNamed", { list: nameOf(list) })}
                    onPress={() => setEditing(list)}
                  />
                  <IconButton
                    Icon={Trash2}
                    label={t("removeNamed", { list: nameOf(list) })}
                    onPress={() => remove.mutate({ id: list.id })}
                  />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <ListDialog
        editing={editing}
        onClose={() => {
          setEditing(undefined);
          save.reset();
        }}
        onSave={(wish) => save.mutate(wish)}
        isSending={save.isPending}
        error={save.error?.message}
      />
    </section>
  );

  function nameOf({ site, station }: ListRow): string {
    if (station) return t("ofStation", { station: station.identity });
    return site ? t("ofSite", { site: site.name }) : t("ofAll");
  }

  function filterOf({ tokens, kinds, groups, withBlocked, byItself, enabled }: ListRow): string {
    return [
      t("tokens", { count: tokens }),
      ...(kinds.length > 0 ? [t("onlyKinds", { kinds: kinds.join(", ") })] : []),
      ...(groups.length > 0 ? [t("onlyGroups", { groups: groups.join(", ") })] : []),
      ...(withBlocked ? [] : [t("withoutBlocked")]),
      ...(byItself ? [] : [t("byHand")]),
      ...(enabled ? [] : [t("off")]),
    ].join(" · ");
  }

  function faresOf({ held, stations, underWay, failed }: ListRow): string {
    return [
      t("heldBy", { held, stations }),
      ...(underWay > 0 ? [t("underWay", { count: underWay })] : []),
      ...(failed > 0 ? [t("failedAt", { count: failed })] : []),
    ].join(" · ");
  }
}
