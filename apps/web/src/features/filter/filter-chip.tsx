"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import { cx } from "@/components/cx";
import { Glyph } from "@/components/glyph";

/** One part of a filter as it was written; marked where it could not be read. */
export function FilterChip({ raw, isFaulty, onRemove }: { raw: string; isFaulty: boolean; onRemove: () => void }) {
  const t = useTranslations("filter");
  const colon = raw.indexOf(":") + 1;
  return (
    <span
      className={cx(
        "mono inline-flex h-6 max-w-full items-center gap-1 rounded-1 pl-1.5",
        isFaulty ? "bg-tint-attn" : "bg-well",
      )}
    >
      {isFaulty && <Glyph name="attention" size={14} label={t("notUnderstood")} />}
      <span className="truncate">
        <span className="text-ink-2">{raw.slice(0, colon)}</span>
        {raw.slice(colon)}
      </span>
      <Button
        aria-label={t("remove", { part: raw })}
        onPress={onRemove}
        className="flex size-6 shrink-0 items-center justify-center rounded-1 text-ink-2 hover:text-ink"
      >
        <X aria-hidden="true" size={12} />
      </Button>
    </span>
  );
}
