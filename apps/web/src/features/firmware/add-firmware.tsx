"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { useFileSize } from "@/components/file-size";
import { ProgressBar } from "@/components/progress-bar";
import { Segments } from "@/components/segments";
import { TextField } from "@/components/text-field";
import { NotUploaded } from "./upload";
import { type FirmwareDraft, useAdding } from "./use-adding";

const blank: FirmwareDraft = {
  ...{ vendor: "", model: "", version: "", notes: "", signature: "", certificate: "", sha256: "", location: "" },
};

/** Takes firmware into the library: a file, of which it shows how far it is, or an address elsewhere. */
export function AddFirmware({ onClose, onAdded }: { onClose: () => void; onAdded: (id: number) => void }) {
  const t = useTranslations("firmware");
  const [from, setFrom] = useState<"file" | "address">("file");
  const [draft, setDraft] = useState(blank);
  const { send, isSending, share, stop, error } = useAdding(onAdded);
  const change = (some: Partial<FirmwareDraft>) => setDraft((before) => ({ ...before, ...some }));
  const isComplete = from === "address" || draft.file !== undefined;

  function take(files: FileList | null) {
    const file = files?.[0];
    if (file) change({ file, version: draft.version || versionIn(file.name) });
  }

  return (
    <Dialog
      title={t("addTitle")}
      isOpen
      isDismissable={!isSending}
      onOpenChange={(open) => open || onClose()}
      wide
      footer={
        <>
          {share === undefined ? (
            <Button onPress={onClose}>{t("leave")}</Button>
          ) : (
            <Button onPress={stop}>{t("stop")}</Button>
          )}
          <Button look="primary" type="submit" form="firmware" isDisabled={!isComplete} isPending={isSending}>
            {t("addConfirm")}
          </Button>
        </>
      }
    >
      <form
        id="firmware"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send(from === "file" ? { ...draft, location: "" } : { ...draft, file: undefined });
        }}
      >
        <Segments
          label={t("from")}
          chosen={from}
          onChoose={setFrom}
          options={[
            { id: "file", label: t("fromFile") },
            { id: "address", label: t("fromAddress") },
          ]}
        />
        {from === "file" ? (
          <ChosenFile file={draft.file} isFixed={isSending} onChoose={take} />
        ) : (
          <TextField
            label={t("location")}
            help={t("locationHelp")}
            type="url"
            value={draft.location}
            onChange={(location) => change({ location })}
            maxLength={512}
            isRequired
            isMono
          />
        )}
        <Fields draft={draft} change={change} withSum={from === "file"} />
        {share !== undefined && (
          <div className="flex items-center gap-3">
            <ProgressBar label={t("sending")} share={share} className="flex-1" />
            <span className="w-32 text-right text-ink-2">{share < 1 ? t("percent", { share }) : t("checking")}</span>
          </div>
        )}
        {error && (
          <p role="alert" className="text-fault-ink">
            {error instanceof NotUploaded && error.why === "broken" ? t("broken") : error.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}

function ChosenFile({
  file,
  isFixed,
  onChoose,
}: {
  file: File | undefined;
  isFixed: boolean;
  onChoose: (files: FileList | null) => void;
}) {
  const t = useTranslations("firmware");
  const sized = useFileSize();
  return (
    <div className="flex min-w-0 items-center gap-3">
      <FileTrigger onSelect={onChoose}>
        <Button isDisabled={isFixed}>{t("choose")}</Button>
      </FileTrigger>
      {file && (
        <span className="min-w-0 truncate">
          <span className="mono">{file.name}</span> <span className="text-ink-3">{sized(file.size)}</span>
        </span>
      )}
    </div>
  );
}

function Fields({
  draft,
  change,
  withSum,
}: {
  draft: FirmwareDraft;
  change: (some: Partial<FirmwareDraft>) => void;
  withSum: boolean;
}) {
  const t = useTranslations("firmware");
  const field = (name: "vendor" | "model" | "version" | "notes" | "sha256" | "signature" | "certificate") => ({
    label: t(name),
    value: draft[name],
    onChange: (text: string) => change({ [name]: text }),
    autoComplete: "off",
  });
  return (
    <>
      <div className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
        <TextField {...field("vendor")} maxLength={50} isRequired />
        <TextField {...field("model")} maxLength={50} isRequired />
        <TextField {...field("version")} maxLength={50} isRequired isMono />
      </div>
      <p className="text-12 text-ink-3">{t("versionHelp")}</p>
      {withSum && <TextField {...field("sha256")} help={t("sha256Help")} maxLength={100} isMono />}
      <TextField {...field("notes")} rows={2} maxLength={2_000} />
      <TextField
        {...field("signature")}
        help={t("signatureHelp")}
        isRequired={draft.certificate.trim() !== ""}
        maxLength={1_000}
        isMono
      />
      <TextField
        {...field("certificate")}
        isRequired={draft.signature.trim() !== ""}
        maxLength={5_500}
        rows={3}
        isMono
      />
    </>
  );
}

/** What a file's name says of its version. */
const versionIn = (name: string) => /\d+(?:\.\d+)+/.exec(name)?.[0] ?? "";
