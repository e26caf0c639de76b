"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Pencil, Pin, PinOff, Save, Trash2, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cx } from "@/components/cx";
import { IconButton } from "@/components/icon-button";
import { Menu } from "@/components/menu";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import type { SavedView } from "./saved-view";
import { ViewForm } from "./view-form";

/** One kept view: the way to it, its place on the rail, and what its owner can do with it. */
export function ViewLine({
  view: { id, name, search: kept, team, owner, isMine, isPinned },
  path,
  isHere,
  search,
  onGone,
}: {
  view: SavedView;
  path: string;
  isHere: boolean;
  /** What the list shows now. */
  search: string;
  onGone: () => void;
}) {
  const t = useTranslations("views");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayShare = useMay("views.share");
  const [isNaming, setNaming] = useState(false);
  const onSuccess = () => queries.invalidateQueries(trpc.views.pathFilter());
  const change = useMutation(trpc.views.change.mutationOptions({ onSuccess }));
  const remove = useMutation(trpc.views.remove.mutationOptions({ onSuccess }));
  const pin = useMutation(trpc.views.pin.mutationOptions({ onSuccess }));

  if (isNaming) {
    return (
      <li>
        <ViewForm
          name={name}
          mayShare={false}
          fault={change.error?.message}
          onSave={(next) => change.mutate({ id, name: next }, { onSuccess: () => setNaming(false) })}
        />
      </li>
    );
  }
  return (
    <li className={cx("flex h-8 items-center gap-1 rounded-1 pl-2 hover:bg-hover", isHere && "bg-selected")}>
      <Link
        href={kept === "" ? path : `${path}?${kept}`}
        onClick={onGone}
        aria-current={isHere ? "page" : undefined}
        className={cx("min-w-0 flex-1 truncate text-13", isHere && "font-value")}
      >
        {name}
      </Link>
      {team && (
        <span title={t("ofTeam", { owner })} className="text-ink-3">
          <Users aria-hidden="true" size={14} strokeWidth={1.5} />
          <span className="sr-only">{t("ofTeam", { owner })}</span>
        </span>
      )}
      <IconButton
        Icon={isPinned ? PinOff : Pin}
        label={t(isPinned ? "unpin" : "pin", { name })}
        onPress={() => pin.mutate({ id, pinned: !isPinned })}
      />
      {isMine && (
        <Menu
          label={t("more", { name })}
          trigger={<IconButton Icon={Ellipsis} label={t("more", { name })} />}
          groups={[
            [
              { id: "rename", label: t("rename"), Icon: Pencil, onAction: () => setNaming(true) },
              {
                id: "replace",
                label: t("replace"),
                Icon: Save,
                unavailable: isHere ? t("isSame") : undefined,
                onAction: () => change.mutate({ id, search }),
              },
              {
                id: "share",
                label: t(team ? "keepPrivate" : "share"),
                Icon: Users,
                unavailable: mayShare || team ? undefined : t("mayNotShare"),
                onAction: () => change.mutate({ id, team: !team }),
              },
            ],
            [{ id: "remove", label: t("remove"), Icon: Trash2, onAction: () => remove.mutate({ id }) }],
          ]}
        />
      )}
    </li>
  );
}
