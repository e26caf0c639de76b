"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Header } from "react-aria-components/Header";
import { Collection, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { SearchField } from "@/components/search-field";
import type { CallView } from "./call-view";
import { useBlockWords } from "./use-block-words";

/** Every call of the station's version, by block, with what it is for; found by any word of it. */
export function CallPicker({
  calls,
  chosen,
  onChoose,
}: {
  calls: readonly CallView[];
  chosen: string | undefined;
  onChoose: (action: string) => void;
}) {
  const t = useTranslations("expert");
  const blockName = useBlockWords();
  const [text, setText] = useState("");
  const blocks = useMemo(() => inBlocks(calls, text, blockName), [calls, text, blockName]);
  const found = blocks.reduce((sum, { members }) => sum + members.length, 0);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <SearchField
        label={t("pick.search")}
        placeholder={t("pick.search")}
        value={text}
        onChange={setText}
        found={found}
        className="px-3 pb-2 max-md:px-4"
      />
      <ListBox
        aria-label={t("pick.label")}
        items={blocks}
        selectionMode="single"
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
        renderEmptyState={() => <p className="px-4 py-3 text-ink-2">{t("pick.none")}</p>}
        className="min-h-0 flex-1 overflow-auto outline-none"
      >
        {({ block, name, members }) => (
          <ListBoxSection id={`block ${block}`} aria-label={name}>
            <Header className="sticky top-0 z-1 border-line-strong border-b bg-canvas px-4 pt-2 pb-1 text-12 text-ink-3">
              {name}
            </Header>
            <Collection items={members}>
              {({ action, purpose }) => (
                <ListBoxItem
                  id={action}
                  textValue={action}
                  className="-outline-offset-2 cursor-default border-line border-b px-4 py-1.5 outline-none hover:bg-hover data-selected:bg-selected data-focus-visible:outline-2 data-focus-visible:outline-focus data-selected:shadow-[inset_3px_0_0_var(--ink)] max-md:py-2.5"
                >
                  <span className="mono block truncate font-value">{action}</span>
                  <span className="line-clamp-2 text-12 text-ink-2">{purpose}</span>
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </div>
  );
}

interface Block {
  id: string;
  block: string;
  name: string;
  members: (CallView & { id: string })[];
}

function inBlocks(calls: readonly CallView[], text: string, nameOf: (block: string) => string): Block[] {
  const wanted = text.trim().toLowerCase();
  const blocks = new Map<string, Block>();
  for (const call of calls) {
    const name = nameOf(call.block);
    if (!`${call.action} ${call.purpose} ${name}`.toLowerCase().includes(wanted)) continue;
    const block = blocks.get(call.block) ?? { id: call.block, block: call.block, name, members: [] };
    block.members.push({ ...call, id: call.action });
    blocks.set(call.block, block);
  }
  return [...blocks.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
