"use client";

import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Facet } from "@/components/chip";
import { PageHead } from "@/components/page-head";
import { Pill } from "@/components/pill";
import { SearchField } from "@/components/search-field";
import { Switch } from "@/components/switch";
import type { MessageFilter } from "./message-view";

/** The title of the conversation, its pause, and what narrows it. */
export function MessagesHead({
  title,
  count,
  filter,
  onFilter,
  actions,
  paused,
  onPause,
  hiddenHeartbeats,
}: {
  title: string;
  count: number;
  filter: MessageFilter;
  onFilter: (filter: MessageFilter) => void;
  /** Which actions there are, with how many of each. */
  actions: readonly { action: string; count: number }[];
  /** How many are held back while paused; undefined while it runs. */
  paused: number | undefined;
  onPause: (pause: boolean) => void;
  hiddenHeartbeats?: number;
}) {
  const t = useTranslations("messages");
  const choose = (part: Partial<MessageFilter>) => onFilter({ ...filter, ...part });
  return (
    <>
      <PageHead
        title={title}
        count={t("pairs", { count })}
        news={
          paused !== undefined && (
            <Pill look="attn" mark={<Pause aria-hidden="true" size={14} />} note={t("held", { count: paused })}>
              <span className="max-md:sr-only">{t("paused")}</span>
            </Pill>
          )
        }
        actions={
          <Button
            look={paused === undefined ? "quiet" : "primary"}
            Icon={paused === undefined ? Pause : Play}
            shortcut="pause"
            onPress={() => onPause(paused === undefined)}
          >
            <span className="max-md:sr-only">{t(paused === undefined ? "pause" : "resume")}</span>
          </Button>
        }
      />
      <div className="flex flex-col gap-1.5 px-5 pb-2 max-md:px-4">
        <div className="flex flex-wrap items-center gap-3">
          <SearchField
            label={t("filter")}
            placeholder={t("filterHint")}
            value={filter.action ?? ""}
            onChange={(action) => choose({ action: action || undefined })}
            found={
              !filter.withHeartbeats && hiddenHeartbeats
                ? t("heartbeatsHidden", { count: hiddenHeartbeats })
                : undefined
            }
            className="min-w-60 flex-1"
          />
          <Switch isSelected={filter.withHeartbeats} onChange={(withHeartbeats) => choose({ withHeartbeats })}>
            {t("heartbeats")}
          </Switch>
        </div>
        <div className="flex items-center gap-1 overflow-x-auto whitespace-nowrap text-12 [scrollbar-width:none]">
          <span className="text-ink-3">{t("result")}</span>
          {(["error", "no-answer", "slow"] as const).map((verdict) => (
            <Button
              key={verdict}
              look="bare"
              size="row"
              aria-pressed={filter.verdict === verdict}
              onPress={() => choose({ verdict: filter.verdict === verdict ? undefined : verdict })}
              className={filter.verdict === verdict ? "bg-selected" : "font-regular!"}
            >
              {t(`only.${verdict}`)}
            </Button>
          ))}
          <span className="ml-3 text-ink-3">{t("action")}</span>
          {actions.map(({ action, count: found }) => (
            <Facet
              key={action}
              label={action}
              count={found}
              isChosen={filter.action === action}
              onPress={() => choose({ action: filter.action === action ? undefined : action })}
            />
          ))}
        </div>
      </div>
    </>
  );
}
