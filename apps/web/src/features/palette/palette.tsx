"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "@/components/icon-button";
import type { Entry, Group } from "./entries";
import { PaletteList } from "./palette-list";

/**
 * A field and what fits what is typed in it, all by keys; what harms drivers is asked for twice. One entry is marked at
 * every moment, also while answers come in, so that Enter never does what is not seen; an Enter that comes before the
 * answer waits for it.
 */
export function Palette({
  label,
  hint,
  text,
  onText,
  groups,
  isSettled,
  empty,
  onBack,
  onClose,
}: {
  label: string;
  hint: string;
  text: string;
  onText: (text: string) => void;
  groups: readonly Group[];
  /** What is offered is for what is typed now. */
  isSettled: boolean;
  empty: string;
  /** One step back, with an empty field. */
  onBack?: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("palette");
  const dialog = useTranslations("dialog");
  const listId = useId();
  const [moved, setMoved] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const [entered, setEntered] = useState<"plain" | "shifted">();
  const possible = groups.flatMap(({ id, entries }) =>
    entries.filter(({ unavailable }) => !unavailable).map((entry) => ({ key: `${id} ${entry.id}`, entry })),
  );
  const marked = possible.find(({ key }) => key === moved) ?? possible[0];

  function choose(key: string, entry: Entry, atOnce = false) {
    setEntered(undefined);
    if (entry.unavailable) return;
    if (!entry.effect || asked === key) return entry.run(atOnce);
    setMoved(key);
    setAsked(key);
  }

  useEffect(() => {
    if (entered && isSettled && marked) choose(marked.key, marked.entry, entered === "shifted");
  });

  function mark(step: number) {
    const at = possible.findIndex(({ key }) => key === marked?.key);
    const next = possible[(at + step + possible.length) % possible.length];
    setMoved(next?.key);
    setAsked(undefined);
    if (next) document.getElementById(`${listId}${next.key}`)?.scrollIntoView({ block: "nearest" });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") mark(1);
    else if (event.key === "ArrowUp") mark(-1);
    // A key that is held down is no second decision.
    else if (event.key === "Enter") setEntered(event.repeat ? undefined : event.shiftKey ? "shifted" : "plain");
    else if (event.key === "Backspace" && text === "" && onBack) onBack();
    else return;
    event.preventDefault();
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || onClose()}
      className="fixed inset-0 z-40 flex items-start justify-center bg-[#0b0d11]/50 p-4 pt-[12vh] max-md:p-0"
    >
      <Modal className="w-full max-w-[680px] rounded-2 border border-line-strong bg-overlay max-md:h-dvh max-md:rounded-none">
        <Dialog aria-label={label} className="flex max-h-[70vh] flex-col outline-none max-md:max-h-dvh">
          <div className="flex h-12 shrink-0 items-center gap-3 border-line border-b px-4">
            <Search aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0 text-ink-2" />
            <input
              autoFocus
              role="combobox"
              aria-label={label}
              aria-expanded
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={marked && `${listId}${marked.key}`}
              autoComplete="off"
              spellCheck={false}
              placeholder={hint}
              value={text}
              onChange={({ target }) => {
                setMoved(undefined);
                setAsked(undefined);
                setEntered(undefined);
                onText(target.value);
              }}
              onKeyDown={onKeyDown}
              className="h-full min-w-0 flex-1 bg-transparent text-16 outline-none placeholder:text-ink-3"
            />
            {/* Where there is neither an Escape key nor anything beside it to press. */}
            <span className="md:hidden">
              <IconButton Icon={X} label={dialog("close")} onPress={onClose} />
            </span>
          </div>
          <PaletteList
            id={listId}
            label={label}
            groups={groups}
            marked={marked?.key}
            asked={asked}
            empty={isSettled ? empty : t("looking")}
            onMark={setMoved}
            onChoose={choose}
          />
          <p role="status" className="sr-only">
            {marked &&
              marked.key === asked &&
              t("again", { label: marked.entry.label, effect: marked.entry.effect ?? "" })}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
