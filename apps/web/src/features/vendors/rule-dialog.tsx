"use client";

import { type VendorAnswer, vendorAnswers } from "@chargehand/domain/vendors/vendor-message";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import type { HeardMessage } from "@/server/vendors/heard";

/** Makes a vendor's own message known: its name, and what it is answered, whichever station sends it. */
export function RuleDialog({ heard, onClose }: { heard: HeardMessage; onClose: () => void }) {
  const t = useTranslations("vendor");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const onSuccess = () => {
    void queries.invalidateQueries({ queryKey: trpc.vendors.pathKey() });
    onClose();
  };
  const saving = useMutation(trpc.vendors.save.mutationOptions({ onSuccess }));
  const forgetting = useMutation(trpc.vendors.forget.mutationOptions({ onSuccess }));
  const { vendor, message } = heard;
  const [name, setName] = useState(heard.name ?? message);
  const [answer, setAnswer] = useState<VendorAnswer>(heard.answer ?? "accepted");
  const [reply, setReply] = useState("");
  const fault = saving.error ?? forgetting.error;

  return (
    <Dialog
      title={t("ruleTitle", { message: message || vendor })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          {heard.answer && <Button onPress={() => forgetting.mutate({ vendor, message })}>{t("forget")}</Button>}
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button
            look="primary"
            isDisabled={name.trim() === "" || saving.isPending}
            onPress={() => saving.mutate({ vendor, message, name, answer, reply: reply || undefined })}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="mono break-all text-ink-2">{[vendor, message].filter(Boolean).join(" ")}</p>
        <TextField label={t("name")} value={name} onChange={setName} autoFocus />
        <Select
          label={t("answer")}
          chosen={answer}
          onChoose={setAnswer}
          options={vendorAnswers.map((id) => ({ id, label: t(`answers.${id}`) }))}
        />
        <TextField label={t("reply")} help={t("replyHelp")} value={reply} onChange={setReply} isMono rows={3} />
        {fault && (
          <p role="alert" className="text-fault-ink">
            {fault.message}
          </p>
        )}
      </div>
    </Dialog>
  );
}
