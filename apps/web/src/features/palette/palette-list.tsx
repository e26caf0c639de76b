"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/cx";
import { Glyph } from "@/components/glyph";
import type { Entry, Group } from "./entries";

/** What the palette offers, in groups. The field has the focus and names the marked one. */
export function PaletteList({
  id,
  label,
  groups,
  marked,
  asked,
  empty,
  onMark,
  onChoose,
}: {
  id: string;
  label: string;
  groups: readonly Group[];
  marked: string | undefined;
  /** The one that wants a second Enter. */
  asked: string | undefined;
  empty: string;
  onMark: (key: string) => void;
  onChoose: (key: string, entry: Entry) => void;
}) {
  return (
    <>
      {groups.length === 0 && <p className="px-3 py-6 text-center text-ink-2">{empty}</p>}
      <div id={id} role="listbox" aria-label={label} className="min-h-0 flex-1 scroll-py-2 overflow-auto p-1">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
          <div key={group.id} role="group" aria-label={group.title}>
            <p aria-hidden="true" className="px-3 pt-2 pb-1 text-12 text-ink-3">
              {group.title}
            </p>
            {group.entries.map((entry) => {
              const key = `${group.id} ${entry.id}`;
              return (
                <Line
                  key={key}
                  id={`${id}${key}`}
                  entry={entry}
                  isMarked={key === marked}
                  isAsked={key === asked}
                  onMark={() => onMark(key)}
                  onChoose={() => onChoose(key, entry)}
                />
              );
            })}
          </div>
        ))}
      </div>
    </>
  );
}

function Line({
  id,
  entry: { Icon, label, note, effect, unavailable },
  isMarked,
  isAsked,
  onMark,
  onChoose,
}: {
  id: string;
  entry: Entry;
  isMarked: boolean;
  isAsked: boolean;
  onMark: () => void;
  onChoose: () => void;
}) {
  const t = useTranslations("palette");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are read once, by the field that has the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the marked one.
    <div
      id={id}
      role="option"
      aria-selected={isMarked}
      aria-disabled={unavailable !== undefined}
      onPointerMove={() => isMarked || unavailable || onMark()}
      onClick={onChoose}
      className={cx(
        "flex min-h-8 cursor-default items-center gap-3 rounded-1 px-3 py-1 max-md:min-h-10",
        isMarked && "bg-selected shadow-[inset_3px_0_0_var(--ink)]",
        unavailable && "text-ink-3",
      )}
    >
      <Icon aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0 text-ink-2" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <span className="shrink-0 max-md:shrink">{label}</span>
          <span className="truncate text-12 text-ink-2">{unavailable ?? note}</span>
        </span>
        {isAsked && (
          <span className="mt-1 flex items-center gap-2 font-value text-attn-ink">
            <Glyph name="attention" size={14} />
            {t("again", { label, effect: effect ?? "" })}
          </span>
        )}
      </span>
    </div>
  );
}
