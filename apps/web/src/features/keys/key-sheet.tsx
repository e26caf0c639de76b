"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/dialog";
import { useSingleKeys } from "@/components/keys/use-keys";
import { KeySwitch } from "../preferences/key-switch";
import { KeyList } from "./key-list";

/** All keys, over the page, with the way to turn off those that are only a letter or a sign. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations("keys");
  const singles = useSingleKeys();
  return (
    <Dialog title={t("title")} isOpen wide onOpenChange={(open) => open || onClose()}>
      <KeyList />
      <div className="mt-4 flex items-center justify-between gap-4 text-12 text-ink-2">
        <p>{t(singles ? "howOn" : "howOff")}</p>
        <KeySwitch />
      </div>
    </Dialog>
  );
}
