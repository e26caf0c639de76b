"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import { IconButton } from "@/components/icon-button";

/** Why a command was not taken at all, where it was given; stays until it is read. */
export function CommandFault({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  const t = useTranslations("command");
  return (
    <div role="alert" className="flex items-center gap-2 border-fault border-l-3 bg-tint-fault py-1 pr-2 pl-4">
      <Glyph name="failed" />
      <p className="min-w-0 flex-1 text-fault-ink">
        <b className="font-value">{t("notGiven")}</b> {text}
      </p>
      <IconButton Icon={X} label={t("dismiss")} onPress={onDismiss} />
    </div>
  );
}
