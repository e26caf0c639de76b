"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { CopyLine } from "@/components/copy-line";
import { Dialog } from "@/components/dialog";
import { Glyph } from "@/components/glyph";

/** A secret that was just made: to be copied now, or made anew later. */
export function ShownOnce({
  title,
  label,
  secret,
  meaning,
  onClose,
}: {
  title: string;
  label: string;
  secret: string;
  meaning: string;
  onClose: () => void;
}) {
  const t = useTranslations("settings");
  return (
    <Dialog
      title={title}
      isOpen
      onOpenChange={(open) => open || onClose()}
      isDismissable={false}
      wide
      footer={
        <Button look="primary" onPress={onClose}>
          {t("written")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{meaning}</p>
        <CopyLine label={label} text={secret} />
        <p className="flex items-start gap-2 bg-tint-attn px-3 py-2 text-attn-ink">
          <Glyph name="attention" className="mt-0.5" />
          {t("once")}
        </p>
      </div>
    </Dialog>
  );
}
