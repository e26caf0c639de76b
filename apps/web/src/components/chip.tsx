"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";

/** One part of a filter, in the filter's own words; can be taken away. */
export function Chip({ field, value, onRemove }: { field: string; value: string; onRemove?: () => void }) {
  const t = useTranslations("filter");
  const text = `${field}:${/\s/.test(value) ? `"${value}"` : value}`;
  return (
    <span className="mono inline-flex h-6 items-center gap-1 rounded-1 bg-well pl-1.5">
      <span>
        <span className="text-ink-2">{field}:</span>
        {text.slice(field.length + 1)}
      </span>
      <Button
        aria-label={t("remove", { part: text })}
        onPress={onRemove}
        className="flex size-6 items-center justify-center rounded-1 text-ink-2 hover:text-ink"
      >
        <X aria-hidden="true" size={12} />
      </Button>
    </span>
  );
}

/** A choice that narrows a list, with how many it would leave where that is known. */
export function Facet({
  mark,
  label,
  count,
  isChosen,
  onPress,
}: {
  mark?: ReactNode;
  label: string;
  count?: number;
  isChosen: boolean;
  onPress: () => void;
}) {
  return (
    <Button
      aria-pressed={isChosen}
      onPress={onPress}
      className={`inline-flex h-6 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-1 px-1.5 text-12 hover:bg-hover max-md:h-10 ${isChosen ? "bg-selected font-value" : ""}`}
    >
      {mark}
      {label}
      {count !== undefined && <span className="text-ink-3">{count}</span>}
    </Button>
  );
}
