"use client";

import { triggerMessages } from "@chargehand/domain/command";
import { Columns3, Ellipsis, Layers, MessageSquare, RotateCcw, Tag, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { IconButton } from "@/components/icon-button";
import { Menu } from "@/components/menu";
import type { BulkCommand } from "./bulk-command";

/** What can be done with the stations that are picked; stands at the foot of their list. */
export function BulkBar({
  count,
  matching,
  isAll,
  onAll,
  onTell,
  onTag,
  onCampaign,
  onCompare,
  onClear,
}: {
  count: number;
  /** How many match in all. */
  matching: number;
  /** All that match are picked, also those that nobody has scrolled to. */
  isAll: boolean;
  onAll: () => void;
  onTell: (command: BulkCommand) => void;
  onTag?: () => void;
  /** To a campaign with them: firmware, or anything in waves. */
  onCampaign: () => void;
  onCompare: () => void;
  onClear: () => void;
}) {
  const t = useTranslations("bulk");
  const action = useTranslations("action");
  const entry = (id: BulkCommand) => ({ id, label: t(`command.${id}`), onAction: () => onTell(id) });
  return (
    <section
      aria-label={t("label")}
      className="flex shrink-0 flex-wrap items-center gap-2 border-line-strong border-t bg-raised px-5 py-2 max-md:px-4"
    >
      <span role="status" className="font-value">
        {t(isAll ? "allPicked" : "picked", { count })}
      </span>
      {!isAll && matching > count && (
        <Button look="bare" onPress={onAll}>
          {t("pickAll", { count: matching })}
        </Button>
      )}
      <span className="flex-1" />
      <Button Icon={RotateCcw} onPress={() => onTell("reset-idle")}>
        {t("command.reset-idle")}
      </Button>
      <Menu
        label={action("ask")}
        placement="top end"
        trigger={
          <Button Icon={MessageSquare} className="max-md:hidden">
            {action("ask")}
          </Button>
        }
        groups={[
          triggerMessages.map((message) => ({
            id: message,
            label: action(`message.${message}`),
            onAction: () => onTell(`ask-${message}`),
          })),
        ]}
      />
      <Button Icon={Layers} onPress={onCampaign}>
        {t("campaign")}
      </Button>
      <Button Icon={Columns3} onPress={onCompare}>
        {t("compare")}
      </Button>
      {onTag && (
        <Button Icon={Tag} onPress={onTag}>
          {t("tag")}
        </Button>
      )}
      <Menu
        label={t("more")}
        placement="top end"
        trigger={<IconButton Icon={Ellipsis} label={t("more")} />}
        groups={[
          [entry("reset-now")],
          [entry("into-service"), entry("out-of-service")],
          [entry("read-variables"), entry("clear-cache")],
        ]}
      />
      <IconButton Icon={X} label={t("clear")} onPress={onClear} />
    </section>
  );
}
