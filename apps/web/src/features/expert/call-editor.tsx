"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Segments } from "@/components/segments";
import { Switch } from "@/components/switch";
import type { BenchCall } from "@/server/expert/calls";
import { formOf } from "./form-model";
import { placeOf } from "./json-text";
import { PayloadForm } from "./payload-form";
import { RawEditor } from "./raw-editor";
import { useBlockWords } from "./use-block-words";
import type { CallCheck } from "./use-call-check";
import type { Draft } from "./use-draft";

/** A call being written: what it is for, and its payload as a form or as text. */
export function CallEditor({
  call,
  draft,
  check,
  view,
  onView,
  onSave,
  onExample,
  onOthers,
  maySave,
}: {
  call: BenchCall;
  draft: Draft;
  check: CallCheck;
  view: "form" | "raw";
  onView: (view: "form" | "raw") => void;
  onSave: () => void;
  onExample: () => void;
  /** On a phone the list of calls is another page. */
  onOthers: () => void;
  maySave: boolean;
}) {
  const t = useTranslations("expert");
  const blockName = useBlockWords();
  const form = useMemo(() => formOf(call.schema), [call.schema]);
  const [isExplained, setExplained] = useState(false);
  const { text, read } = draft;
  const faults = useMemo(
    () => new Map(check.faults.toReversed().map(({ path, text: message }) => [path, message])),
    [check.faults],
  );
  const stop = read.ok ? undefined : placeOf(text, read.at);

  return (
    <>
      <header className="px-5 py-3 max-md:px-4">
        <Button size="row" onPress={onOthers} className="mb-2 md:hidden">
          {t("otherCalls")}
        </Button>
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="mono break-all text-16! font-title">{call.action}</h2>
          <span className="text-12 text-ink-3">{blockName(call.block)}</span>
        </div>
        <p className="max-w-text text-ink-2">{call.purpose}</p>
        <div className="flex flex-wrap items-center gap-2 pt-2">
          <Segments
            label={t("view")}
            chosen={view}
            onChoose={onView}
            options={[
              { id: "form", label: t("form") },
              { id: "raw", label: t("raw.name") },
            ]}
          />
          {view === "form" && (
            <Switch isSelected={isExplained} onChange={setExplained}>
              {t("explain")}
            </Switch>
          )}
          <span className="ml-auto flex gap-2">
            <Button size="row" isDisabled={draft.isExample} onPress={onExample}>
              {t("example")}
            </Button>
            <Button size="row" isDisabled={!maySave || !read.ok} onPress={onSave}>
              {t("saved.save")}
            </Button>
          </span>
        </div>
      </header>
      <div className="flex min-h-0 flex-1 flex-col px-5 pb-4 max-md:px-4">
        {view === "raw" ? (
          <RawEditor text={text} read={read} faults={check.faults} onChange={draft.setText} />
        ) : stop ? (
          <EmptyState
            kind="filtered"
            title={t("noForm")}
            action={<Button onPress={() => onView("raw")}>{t("toRaw")}</Button>}
          >
            {t("noFormWhy", { ...stop, why: check.faults[0]?.text ?? "" })}
          </EmptyState>
        ) : (
          <PayloadForm
            form={form}
            payload={read.ok ? read.value : undefined}
            faults={faults}
            onChange={draft.setValue}
            isExplained={isExplained}
          />
        )}
      </div>
    </>
  );
}
