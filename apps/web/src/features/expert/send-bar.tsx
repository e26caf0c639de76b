"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Glyph } from "@/components/glyph";
import type { OfflinePolicy } from "../commands/use-commands";
import { OfflinePolicyChoice } from "../stations/offline-policy";
import type { CallCheck } from "./use-call-check";

/** The foot of the bench: whether the call may go, and the button that sends it. */
export function SendBar({
  check,
  version,
  blocked,
  isOffline,
  policy,
  onPolicy,
  isSending,
  onSend,
}: {
  check: CallCheck;
  version: string;
  /** Why nothing can be sent at all. */
  blocked: string | undefined;
  isOffline: boolean;
  policy: OfflinePolicy;
  onPolicy: (policy: OfflinePolicy) => void;
  isSending: boolean;
  onSend: () => void;
}) {
  const t = useTranslations("expert");
  return (
    <div className="sticky bottom-0 z-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-raised px-5 py-2 max-md:px-4">
      {isOffline && !blocked && <OfflinePolicyChoice policy={policy} onChoose={onPolicy} />}
      <p role="status" className="flex min-w-0 flex-1 items-center gap-2">
        {check.is === "faulty" && <Glyph name="failed" />}
        {check.is === "sound" && <Glyph name="confirmed" />}
        {check.is === "checking" && <Glyph name="proving" size={16} />}
        <span className={check.is === "faulty" ? "font-value text-fault-ink" : "text-ink-2"}>
          {t(`check.${check.is}`, { count: check.faults.length, version })}
        </span>
      </p>
      <Button
        look="primary"
        Icon={Send}
        isDisabled={blocked !== undefined || check.is === "faulty"}
        isPending={isSending}
        onPress={onSend}
      >
        {blocked ? t("sendBlocked", { reason: blocked }) : t("send")}
      </Button>
    </div>
  );
}
