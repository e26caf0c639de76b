"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Input, SearchField } from "react-aria-components/SearchField";
import { Glyph } from "@/components/glyph";
import type { Entry, Group } from "./entries";

/** A second Enter that comes sooner is a key held down, not a decision. */
const soonestMs = 250;

/** A field and what fits what is typed in it, all by keys; what harms drivers is asked for twice. */
export function Palette({
  label,
  hint,
  text,
  onText,
  groups,
  empty,
  onBack,
  onClose,
}: {
  label: string;
  hint: string;
  text: string;
  onText: (text: string) => void;
  groups: readonly Group[];
  empty: string;
  /** One step back, with an empty field. */
  onBack?: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("palette");
  const input = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<{ id: string; at: number }>();
  const entries = groups.flatMap((group) => group.entries);

  function choose(entry: Entry | undefined) {
    if (!entry || entry.unavailable) return;
    if (!entry.effect) return entry.run();
    if (asked?.id !== entry.id) return setAsked({ id: entry.id, at: performance.now() });
    if (performance.now() - asked.at > soonestMs) entry.run();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Backspace" && text === "" && onBack) return onBack();
    // With nothing marked yet, Enter means the first.
    if (event.key !== "Enter" || event.currentTarget.getAttribute("aria-activedescendant")) return;
    event.preventDefault();
    choose(entries.find(({ unavailable }) => !unavailable));
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || onClose()}
      className="fixed inset-0 z-40 flex items-start justify-center bg-[#0b0d11]/50 p-4 pt-[12vh] max-md:p-0"
    >
      <Modal className="w-full max-w-2xl rounded-2 border border-line-strong bg-overlay max-md:h-dvh max-md:rounded-none">
        <Dialog aria-label={label} className="flex max-h-[70vh] flex-col outline-none max-md:max-h-dvh">
          <Autocomplete
            inputValue={text}
            onInputChange={(typed) => {
              setAsked(undefined);
              onText(typed);
            }}
          >
            <SearchField
              aria-label={label}
              autoFocus
              className="flex h-12 shrink-0 items-center gap-3 border-line border-b px-4"
            >
              <Search aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0 text-ink-2" />
              <Input
                ref={input}
                placeholder={hint}
                onKeyDownCapture={onKeyDown}
                className="h-full min-w-0 flex-1 bg-transparent text-16 outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Menu
              aria-label={label}
              className="min-h-0 flex-1 scroll-py-2 overflow-auto p-1 outline-none"
              renderEmptyState={() => <p className="px-3 py-6 text-center text-ink-2">{empty}</p>}
            >
              {groups.map((group) => (
                <MenuSection key={group.id} id={group.id} aria-label={group.title}>
                  <Header className="px-3 pt-2 pb-1 text-12 text-ink-3">{group.title}</Header>
                  {group.entries.map((entry) => (
                    <Line
                      key={entry.id}
                      group={group.id}
                      entry={entry}
                      isAsked={asked?.id === entry.id}
                      onChoose={() => choose(entry)}
                    />
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
          <p role="status" className="sr-only">
            {entries
              .filter(({ id }) => id === asked?.id)
              .map(({ label: name, effect }) => t("again", { label: name, effect: effect ?? "" }))}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Line({
  group,
  entry,
  isAsked,
  onChoose,
}: {
  group: string;
  entry: Entry;
  isAsked: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("palette");
  const { Icon, label, note, effect, unavailable } = entry;
  return (
    <MenuItem
      id={`${group} ${entry.id}`}
      textValue={label}
      onAction={onChoose}
      isDisabled={unavailable !== undefined}
      className="flex min-h-8 cursor-default items-center gap-3 rounded-1 px-3 py-1 outline-none data-focused:bg-selected data-disabled:text-ink-3 max-md:min-h-10"
    >
      <Icon aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0 text-ink-2" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-3">
          <span className="truncate">{label}</span>
          <span className="ml-auto truncate text-12 text-ink-2">{unavailable ?? note}</span>
        </span>
        {isAsked && (
          <span className="mt-1 flex items-center gap-2 font-value text-attn-ink">
            <Glyph name="attention" size={14} />
            {t("again", { label, effect: effect ?? "" })}
          </span>
        )}
      </span>
    </MenuItem>
  );
}
