"use client";

import { ArrowUp, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { Facet } from "@/components/chip";
import { PageHead } from "@/components/page-head";
import { Pill } from "@/components/pill";
import { Switch } from "@/components/switch";
import type { WrittenFilter } from "../filter/use-filter";
import { MessagesFilter } from "./messages-filter";

/** The title of the conversation, its pause, and what narrows it. */
export function MessagesHead({
  title,
  count,
  filter,
  station,
  actions,
  paused,
  onPause,
  fresh,
  onFresh,
  heartbeats,
  tools,
}: {
  title: string;
  count: number;
  filter: WrittenFilter;
  station: number | undefined;
  /** Which actions there are, with how many of each. */
  actions: readonly { action: string; count: number }[];
  /** How many are held back while paused; undefined while it runs. */
  paused: number | undefined;
  onPause: (pause: boolean) => void;
  /** How many came while somebody was reading. */
  fresh: number;
  onFresh: () => void;
  heartbeats: { hidden: number; shown: boolean; show: (shown: boolean) => void };
  tools?: ReactNode;
}) {
  const t = useTranslations("messages");
  return (
    <>
      <PageHead
        title={title}
        count={t("pairs", { count })}
        news={
          <>
            {paused !== undefined && (
              <Pill look="attn" mark={<Pause aria-hidden="true" size={14} />} note={t("held", { count: paused })}>
                <span className="max-md:sr-only">{t("paused")}</span>
              </Pill>
            )}
            {fresh > 0 && (
              <Button look="primary" size="row" Icon={ArrowUp} onPress={onFresh} className="rounded-pill!">
                {t("fresh", { count: fresh })}
              </Button>
            )}
          </>
        }
        actions={
          <>
            {tools}
            <Button
              look={paused === undefined ? "quiet" : "primary"}
              Icon={paused === undefined ? Pause : Play}
              shortcut="pause"
              onPress={() => onPause(paused === undefined)}
            >
              <span className="max-md:sr-only">{t(paused === undefined ? "pause" : "resume")}</span>
            </Button>
          </>
        }
      />
      <div className="flex flex-col gap-1.5 px-5 pb-2 max-md:px-4">
        <div className="flex flex-wrap items-center gap-3">
          <div className="min-w-60 flex-1">
            <MessagesFilter
              filter={filter}
              station={station}
              found={!heartbeats.shown && heartbeats.hidden > 0 && t("heartbeatsHidden", { count: heartbeats.hidden })}
            />
          </div>
          <Switch isSelected={heartbeats.shown} onChange={heartbeats.show}>
            {t("heartbeats")}
          </Switch>
        </div>
        <div className="flex items-center gap-1 overflow-x-auto whitespace-nowrap text-12 [scrollbar-width:none]">
          <span className="text-ink-3">{t("result")}</span>
          {quick.map(({ id, field, value }) => (
            <Facet
              key={id}
              label={t(`only.${id}`)}
              isChosen={filter.has(field, value)}
              onPress={() => filter.toggle(field, value)}
            />
          ))}
          <span className="ml-3 text-ink-3">{t("action")}</span>
          {actions.map(({ action, count: found }) => (
            <Facet
              key={action}
              label={action}
              count={found}
              isChosen={filter.has("action", action)}
              onPress={() => filter.toggle("action", action)}
            />
          ))}
        </div>
      </div>
    </>
  );
}

const quick = [
  { id: "error", field: "outcome", value: "error" },
  { id: "violation", field: "outcome", value: "violation" },
  { id: "no-answer", field: "outcome", value: "no-answer" },
] as const;
