"use client";

import type { VariableWrite } from "@chargehand/domain/command";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Glyph } from "@/components/glyph";
import { RelativeTime } from "@/components/relative-time";
import { SearchField } from "@/components/search-field";
import { Switch } from "@/components/switch";
import { checkValue, editorOf } from "./editor";
import { VariableEditor } from "./variable-editor";
import { type VariableGroup, type VariableRow, variableGroups, variableName } from "./variable-view";

/** All settings and facts of a station in groups. Changes are gathered, then written together and read back. */
export function VariablesTable({
  rows,
  readAt,
  blocked,
  onRead,
  onWrite,
  commands,
  aside,
}: {
  rows: readonly VariableRow[];
  /** When the whole list was read last. */
  readAt?: Date;
  /** Why nothing can be read or written now. */
  blocked?: string;
  onRead: () => void;
  onWrite: (writes: VariableWrite[]) => void;
  /** The life of what was written. */
  commands?: ReactNode;
  /** What more is known of a variable, beside its value. */
  aside?: (row: VariableRow) => ReactNode;
}) {
  const t = useTranslations("variables");
  const [text, setText] = useState("");
  const [onlyWritable, setOnlyWritable] = useState(false);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const groups = useMemo(() => grouped(rows, text, onlyWritable), [rows, text, onlyWritable]);
  const writes = rows.flatMap((row) => {
    const value = drafts.get(row.key);
    return value === undefined ? [] : [{ row, value }];
  });
  const isFaulty = writes.some(({ row, value }) => checkValue(editorOf(row), value));
  const shown = groups.reduce((sum, [, members]) => sum + members.length, 0);

  function draft(key: string, value: string | undefined) {
    const next = new Map(drafts);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
    setDrafts(next);
  }

  function showAll() {
    setText("");
    setOnlyWritable(false);
  }

  function write() {
    onWrite(writes.map(({ row, value }) => ({ variable: row.variable, value })));
    setDrafts(new Map());
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 px-5 py-2 max-md:px-4">
        <SearchField
          label={t("search")}
          placeholder={t("search")}
          value={text}
          onChange={setText}
          found={t("shown", { shown, all: rows.length })}
          className="min-w-60 flex-1"
        />
        <Switch isSelected={onlyWritable} onChange={setOnlyWritable}>
          {t("onlyWritable")}
        </Switch>
        {readAt && (
          <span className="text-12 text-ink-3">{t.rich("readAgo", { age: () => <RelativeTime at={readAt} /> })}</span>
        )}
        <Button Icon={RefreshCw} isDisabled={blocked !== undefined} onPress={onRead}>
          {blocked ? `${t("read")}, ${blocked}` : t("read")}
        </Button>
      </div>
      {commands}
      <div className="min-h-0 flex-1 overflow-auto">
        {rows.length === 0 ? (
          <EmptyState
            kind="nothing-yet"
            title={t("none")}
            action={
              <Button look="primary" Icon={RefreshCw} isDisabled={blocked !== undefined} onPress={onRead}>
                {t("readFirst")}
              </Button>
            }
          >
            {t("noneHelp")}
          </EmptyState>
        ) : shown === 0 ? (
          <EmptyState
            kind="filtered"
            title={t("filtered", { count: rows.length })}
            action={<Button onPress={showAll}>{t("clear")}</Button>}
          />
        ) : (
          <table className="w-full table-fixed border-collapse max-md:block">
            <caption className="sr-only">{t("title")}</caption>
            <thead className="sticky top-0 z-2 bg-raised text-left text-12 text-ink-3 max-md:sr-only">
              <tr className="h-7 [&>th]:font-regular">
                <th scope="col" className="w-[34%] px-5 max-md:px-4">
                  {t("name")}
                </th>
                <th scope="col" className="pr-5">
                  {t("value")}
                </th>
                <th scope="col" className="w-[22%] pr-5 max-md:hidden">
                  {t("note")}
                </th>
                <th scope="col" className="w-24 pr-5 text-right max-md:hidden">
                  {t("said")}
                </th>
              </tr>
            </thead>
            {groups.map(([group, members]) => (
              <tbody key={group} className="max-md:block">
                <tr className="max-md:block">
                  <th
                    scope="rowgroup"
                    colSpan={4}
                    className="border-line-strong border-b px-5 pt-4 max-md:block pb-1 text-left text-14 max-md:px-4"
                  >
                    {t(`group.${group}`)} <span className="font-regular text-ink-3">{members.length}</span>
                  </th>
                </tr>
                {members.map((row) => (
                  <VariableLine
                    key={row.key}
                    row={row}
                    draft={drafts.get(row.key)}
                    onDraft={(value) => draft(row.key, value)}
                    isDisabled={blocked !== undefined}
                    aside={aside?.(row)}
                  />
                ))}
              </tbody>
            ))}
          </table>
        )}
      </div>
      {writes.length > 0 && (
        <div className="flex flex-wrap items-center gap-3 border-line-strong border-t bg-raised px-5 py-2 max-md:px-4">
          <span className="font-value">{t("changes", { count: writes.length })}</span>
          <span className="mono min-w-0 truncate text-ink-2">
            {writes.map(({ row }) => variableName(row.variable).name).join(", ")}
          </span>
          <span className="ml-auto flex gap-2">
            <Button onPress={() => setDrafts(new Map())}>{t("discard")}</Button>
            <Button look="primary" isDisabled={isFaulty || blocked !== undefined} onPress={write}>
              {t("write", { count: writes.length })}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}

function VariableLine({
  row,
  draft,
  onDraft,
  isDisabled,
  aside,
}: {
  row: VariableRow;
  draft: string | undefined;
  onDraft: (value: string | undefined) => void;
  isDisabled: boolean;
  aside: ReactNode;
}) {
  const { component, name } = variableName(row.variable);
  return (
    <tr
      className={`border-line border-b align-top [content-visibility:auto] max-md:block ${draft === undefined ? "hover:bg-hover" : "bg-selected shadow-[inset_3px_0_0_var(--ink)]"}`}
    >
      <th scope="row" className="px-5 py-1.5 text-left font-regular max-md:block max-md:px-4 max-md:pb-0">
        <span className="mono block break-all font-value">{name}</span>
        {component && <span className="mono block text-ink-3">{component}</span>}
      </th>
      <td className="py-1 pr-5 max-md:block max-md:px-4">
        <VariableEditor row={row} draft={draft} onDraft={onDraft} isDisabled={isDisabled} />
        {aside}
      </td>
      <td className="py-1.5 pr-5 text-12 text-ink-2 max-md:block max-md:px-4 max-md:pt-0">
        <Note row={row} draft={draft} />
      </td>
      <td className="py-1.5 pr-5 text-right text-12 text-ink-3 max-md:hidden">
        {row.reportedAt && <RelativeTime at={row.reportedAt} />}
      </td>
    </tr>
  );
}

/** What one should know of a variable: how its last write went, else what it allows. */
function Note({ row, draft }: { row: VariableRow; draft: string | undefined }) {
  const t = useTranslations("variables");
  if (draft !== undefined && row.value !== undefined) return t("was", { value: row.value });
  switch (row.write?.is) {
    case "writing":
      return (
        <span className="flex items-center gap-1.5">
          <Glyph name="proving" size={14} /> {t("writing", { value: row.write.value })}
        </span>
      );
    case "rejected":
      return (
        <span className="flex items-start gap-1.5 text-fault-ink">
          <Glyph name="failed" size={14} className="mt-px" />
          {t("rejected", { value: row.write.value, detail: row.write.detail ?? "" })}
        </span>
      );
    case "reboot-required":
      return (
        <span className="flex items-start gap-1.5 text-attn-ink">
          <Glyph name="attention" size={14} className="mt-px" />
          {t("rebootRequired", { value: row.write.value })}
        </span>
      );
    case "unproven":
      return (
        <span className="flex items-start gap-1.5 text-attn-ink">
          <Glyph name="unproven" size={14} className="mt-px" />
          {t("unproven", { value: row.write.value })}
        </span>
      );
  }
  if (row.mutability === "read-only") return t("readOnly");
  if (row.mutability === "write-only") return t("writeOnly");
  if (row.min !== undefined || row.max !== undefined) {
    return t("range", { min: row.min ?? "–", max: row.max ?? "–", unit: row.unit ?? "" });
  }
  return null;
}

function grouped(rows: readonly VariableRow[], text: string, onlyWritable: boolean): [VariableGroup, VariableRow[]][] {
  const wanted = text.trim().toLowerCase();
  const shown = rows.filter((row) => {
    if (onlyWritable && row.mutability === "read-only") return false;
    const { component, name } = variableName(row.variable);
    return wanted === "" || `${component} ${name} ${row.value ?? ""}`.toLowerCase().includes(wanted);
  });
  return variableGroups.flatMap((group): [VariableGroup, VariableRow[]][] => {
    const members = shown.filter((row) => row.group === group);
    return members.length > 0 ? [[group, members]] : [];
  });
}
