"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import { ClockTime } from "@/components/clock-time";
import { InspectorSection } from "@/components/inspector";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { messageName } from "./conversation";
import type { MessageRow } from "./message-view";

/** What belongs to a message: the command behind it, what was said again, and what came before and after. */
export function MessageAround({ id, onSelect }: { id: string; onSelect: (id: string) => void }) {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.messages.around.queryOptions({ ref: id }),
    placeholderData: keepPreviousData,
  });
  if (!data) return null;
  const { command, sameName, neighbours } = data;
  return (
    <>
      {command && (
        <InspectorSection title={t("causedBy")}>
          <p className="flex items-center gap-2 text-ink-2">
            <TextLink href={addresses.commands}>{t("command", { id: command.id })}</TextLink>
            <span className="mono">{command.type}</span>
            <ClockTime at={command.at} className="ml-auto" />
          </p>
        </InspectorSection>
      )}
      {sameName.length > 0 && (
        <InspectorSection title={t("sameName")}>
          <Rows rows={sameName} id={id} onSelect={onSelect} />
        </InspectorSection>
      )}
      <InspectorSection title={t("around")}>
        <Rows rows={neighbours} id={id} onSelect={onSelect} />
      </InspectorSection>
    </>
  );
}

function Rows({ rows, id, onSelect }: { rows: readonly MessageRow[]; id: string; onSelect: (id: string) => void }) {
  return (
    <ul className="flex flex-col">
      {rows.map((row) => (
        <li key={row.id} className={row.id === id ? "-mx-4 bg-selected px-4" : undefined}>
          <Button
            onPress={() => onSelect(row.id)}
            className="grid min-h-6 w-full grid-cols-[auto_minmax(0,38%)_minmax(0,1fr)_auto] items-center gap-2 text-left text-12 hover:text-ink"
          >
            <ClockTime at={row.at} className="text-ink-3" />
            <span className="mono truncate">{row.action}</span>
            <span className="truncate text-ink-2">{row.says}</span>
            <span className="mono text-ink-3">f/{messageName(row.id)}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
