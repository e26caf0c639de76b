"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import { EmptyState } from "@/components/empty-state";
import { Glyph } from "@/components/glyph";
import { IconButton } from "@/components/icon-button";
import { Menu } from "@/components/menu";
import { RelativeTime } from "@/components/relative-time";
import { Switch } from "@/components/switch";
import { useCommandWords } from "../commands/command-words";
import { glyphOf } from "../commands/stages";
import type { PastCall, SavedCall } from "./call-view";

const rowClasses =
  "-outline-offset-2 flex w-full min-w-0 flex-col px-4 py-1.5 text-left hover:bg-hover data-focus-visible:outline-2 data-focus-visible:outline-focus max-md:py-2.5";

/** The last calls made by hand; one press puts a call on the bench again. */
export function PastCalls({
  calls,
  isMine,
  onMine,
  onRepeat,
}: {
  calls: readonly PastCall[];
  isMine: boolean;
  onMine: (isMine: boolean) => void;
  onRepeat: (call: PastCall) => void;
}) {
  const t = useTranslations("expert");
  const words = useCommandWords();
  return (
    <>
      <div className="px-4 pb-2">
        <Switch isSelected={isMine} onChange={onMine}>
          {t("past.mine")}
        </Switch>
      </div>
      {calls.length === 0 && (
        <EmptyState kind="nothing-yet" title={t("past.none")}>
          {t("past.noneHelp")}
        </EmptyState>
      )}
      <ul aria-label={t("past.label")} className="min-h-0 flex-1 overflow-auto">
        {calls.map((call) => (
          <li key={call.id} className="border-line border-b">
            <Button
              aria-label={t("past.repeat", { action: call.action })}
              onPress={() => onRepeat(call)}
              className={rowClasses}
            >
              <span className="flex w-full items-center gap-2">
                <Glyph name={glyphOf[call.state]} size={14} label={words.state(call.state)} />
                <span className="mono truncate font-value">{call.action}</span>
                <span className="ml-auto shrink-0 text-12 text-ink-3">
                  <RelativeTime at={call.at} />
                </span>
              </span>
              <span className="mono w-full truncate text-ink-2">{JSON.stringify(call.payload)}</span>
              <span className="w-full truncate text-12 text-ink-3">
                {isMine ? call.station : t("past.by", { name: call.by })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The calls people keep by name; one's own can be renamed and removed. */
export function SavedCalls({
  calls,
  mayChange,
  onUse,
  onRename,
  onRemove,
}: {
  calls: readonly SavedCall[];
  mayChange: boolean;
  onUse: (call: SavedCall) => void;
  onRename: (call: SavedCall) => void;
  onRemove: (call: SavedCall) => void;
}) {
  const t = useTranslations("expert");
  if (calls.length === 0) {
    return (
      <EmptyState kind="nothing-yet" title={t("saved.none")}>
        {t("saved.noneHelp")}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t("saved.label")} className="min-h-0 flex-1 overflow-auto">
      {calls.map((call) => (
        <li key={call.id} className="flex items-center border-line border-b pr-1">
          <Button onPress={() => onUse(call)} className={rowClasses}>
            <span className="w-full truncate font-value">{call.name}</span>
            <span className="mono w-full truncate text-ink-2">{call.action}</span>
            {!call.isMine && (
              <span className="w-full truncate text-12 text-ink-3">{t("past.by", { name: call.owner })}</span>
            )}
          </Button>
          {call.isMine && mayChange && (
            <Menu
              label={t("saved.more", { name: call.name })}
              trigger={<IconButton Icon={Ellipsis} label={t("saved.more", { name: call.name })} />}
              groups={[
                [
                  { id: "rename", label: t("saved.rename"), Icon: Pencil, onAction: () => onRename(call) },
                  { id: "remove", label: t("saved.remove"), Icon: Trash2, onAction: () => onRemove(call) },
                ],
              ]}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
