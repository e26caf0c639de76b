"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Glyph } from "@/components/glyph";
import { OfflinePolicyChoice } from "../stations/offline-policy";
import type { CallCheck } from "./use-call-check";
import type { useSending } from "./use-sending";

/** The foot of the bench: whether the call may go, and the button that sends it. */
export function SendBar({
  check,
  version,
  blocked,
  isOffline,
  sending: { policy, setPolicy, isSending },
  onSend,
  onShowFault,
}: {
  check: CallCheck;
  version: string;
  /** Why nothing can be sent at all. */
  blocked: string | undefined;
  isOffline: boolean;
  sending: Pick<ReturnType<typeof useSending>, "policy" | "setPolicy" | "isSending">;
  onSend: () => void;
  onShowFault: () => void;
}) {
  const t = useTranslations("expert");
  return (
    <div className="sticky bottom-0 z-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-raised px-5 py-2 max-md:px-4">
      {isOffline && !blocked && <OfflinePolicyChoice policy={policy} onChoose={setPolicy} />}
      <p role="status" className="flex min-w-0 flex-1 items-center gap-2">
        {check.is === "faulty" && <Glyph name="failed" />}
        {check.is === "sound" && <Glyph name="confirmed" />}
        {check.is === "checking" && <Glyph name="proving" size={16} />}
        <span className={check.is === "faulty" ? "font-value text-fault-ink" : "text-ink-2"}>
          {t(`check.${check.is}`, { count: check.faults.length, version })}
        </span>
      </p>
      {check.is === "faulty" && (
        <Button size="row" onPress={onShowFault}>
          {t("showFault")}
        </Button>
      )}
      <Button
        look="primary"
        Icon={Send}
        isDisabled={blocked !== undefined || check.is === "faulty"}
        isPending={isSending}
        onPress={onSend}
        shortcut={blocked ? undefined : "sendCall"}
      >
        {blocked ? t("sendBlocked", { reason: blocked }) : t("send")}
      </Button>
    </div>
  );
}
