"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { cx } from "@/components/cx";
import { IconButton } from "@/components/icon-button";
import { type FieldKind, type FormField, starterOf } from "./form-model";
import { AddField, FaultText, FieldName, ListLimits } from "./payload-parts";
import { namesIn, type PayloadPath, pathText, valueAt } from "./payload-path";
import { ValueField } from "./value-field";

/** What a form works on: the payload, what is wrong with it by path, and the way to change it. */
export interface PayloadEditing {
  payload: unknown;
  faults: ReadonlyMap<string, string>;
  onChange: (path: PayloadPath, value: unknown) => void;
  /** Whether the specification's own words stand under each name. */
  isExplained: boolean;
}

/** A payload as a form of its schema. It shows the fields that are there, and offers the others. */
export function PayloadForm({ form, ...editing }: PayloadEditing & { form: FieldKind & { is: "group" } }) {
  return <Group kind={form} path={[]} {...editing} />;
}

function Group({ kind, path, ...editing }: PayloadEditing & { kind: FieldKind & { is: "group" }; path: PayloadPath }) {
  const t = useTranslations("expert");
  const present = valueAt(editing.payload, path);
  const here = namesIn(present);
  const shown = kind.fields.filter(({ name, isRequired }) => isRequired || here.includes(name));
  const others = kind.fields.filter((field) => !shown.includes(field));
  const unknown = here.filter((name) => !kind.fields.some((field) => field.name === name));
  return (
    <>
      {shown.map((field) => (
        <Field key={field.name} field={field} path={[...path, field.name]} {...editing} />
      ))}
      {unknown.map((name) => (
        <p key={name} className="flex flex-wrap items-baseline gap-x-2 py-1.5 text-12 text-ink-2">
          <span className="mono">{name}</span>
          {t("onlyRaw")}
          <FaultText text={editing.faults.get(pathText([...path, name]))} />
        </p>
      ))}
      {kind.fields.length === 0 && unknown.length === 0 && <p className="py-2 text-ink-3">{t("noFields")}</p>}
      {others.length > 0 && (
        <AddField
          fields={others}
          onAdd={({ name, kind: added }) => editing.onChange([...path, name], starterOf(added, new Date()))}
        />
      )}
    </>
  );
}

function Field({ field, path, ...editing }: PayloadEditing & { field: FormField; path: PayloadPath }) {
  const { name, isRequired, help, kind } = field;
  const t = useTranslations("expert");
  const id = pathText(path);
  const error = editing.faults.get(id);
  const remove = !isRequired && (
    <IconButton Icon={X} label={t("remove", { name })} onPress={() => editing.onChange(path, undefined)} />
  );
  const explanation = editing.isExplained && help && <p className="max-w-text text-12 text-ink-3">{help}</p>;
  const label = <FieldName name={name} isRequired={isRequired} />;

  if (kind.is === "group" || kind.is === "list") {
    return (
      <fieldset className="py-1.5" aria-invalid={error !== undefined}>
        <legend className="sr-only">{name}</legend>
        <div className="flex min-h-7 flex-wrap items-center gap-x-2">
          {label}
          {kind.is === "list" && <ListLimits kind={kind} />}
          <FaultText text={error} />
          <span className="ml-auto">{remove}</span>
        </div>
        {explanation}
        <div className="ml-1 border-line border-l pl-4 max-md:pl-3">
          {kind.is === "group" ? (
            <Group kind={kind} path={path} {...editing} />
          ) : (
            <List kind={kind} name={name} path={path} {...editing} />
          )}
        </div>
      </fieldset>
    );
  }
  return (
    <div
      className={cx(
        "grid grid-cols-[minmax(140px,40%)_minmax(0,1fr)_28px] items-start gap-x-3 py-1.5 max-md:grid-cols-[minmax(0,1fr)_40px]",
        error !== undefined && "-mx-2 bg-tint-fault px-2 shadow-[inset_3px_0_0_var(--st-fault)]",
      )}
    >
      <div className="flex min-h-7 items-center gap-x-1 max-md:col-span-2">{label}</div>
      <ValueField
        kind={kind}
        label={id.slice(2)}
        value={valueAt(editing.payload, path)}
        error={error}
        onChange={(value) => editing.onChange(path, value)}
        isExplained={editing.isExplained}
      />
      <span>{remove}</span>
      {explanation && <div className="col-span-full">{explanation}</div>}
    </div>
  );
}

function List({
  kind,
  name,
  path,
  ...editing
}: PayloadEditing & { kind: FieldKind & { is: "list" }; name: string; path: PayloadPath }) {
  const t = useTranslations("expert");
  const value = valueAt(editing.payload, path);
  const items: unknown[] = Array.isArray(value) ? value : [];
  const isFull = kind.most !== undefined && items.length >= kind.most;
  return (
    <>
      {items.map((_, index) => {
        const at = [...path, index];
        const number = index + 1;
        const remove = (
          <IconButton
            Icon={X}
            label={t("removeItem", { name, number })}
            onPress={() => editing.onChange(at, undefined)}
          />
        );
        // biome-ignore lint/suspicious/noArrayIndexKey: items of a list have no other name.
        return <Item key={index} kind={kind.item} name={name} number={number} path={at} remove={remove} {...editing} />;
      })}
      <Button
        size="row"
        look="bare"
        Icon={Plus}
        isDisabled={isFull}
        onPress={() => editing.onChange([...path, items.length], starterOf(kind.item, new Date()))}
        className="my-1"
      >
        {isFull ? t("full", { most: kind.most ?? 0 }) : t("addItem", { name })}
      </Button>
    </>
  );
}

function Item({
  kind,
  name,
  number,
  path,
  remove,
  ...editing
}: PayloadEditing & { kind: FieldKind; name: string; number: number; path: PayloadPath; remove: ReactNode }) {
  const t = useTranslations("expert");
  const error = editing.faults.get(pathText(path));
  if (kind.is === "group" || kind.is === "list") {
    return (
      <fieldset className="border-line border-b py-1">
        <div className="flex min-h-7 items-center gap-2 text-12 text-ink-2">
          <legend className="contents">{t("item", { name, number })}</legend>
          <FaultText text={error} />
          <span className="ml-auto">{remove}</span>
        </div>
        {kind.is === "group" ? (
          <Group kind={kind} path={path} {...editing} />
        ) : (
          <List kind={kind} name={name} path={path} {...editing} />
        )}
      </fieldset>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_28px] items-start gap-x-3 py-1 max-md:grid-cols-[minmax(0,1fr)_40px]">
      <ValueField
        kind={kind}
        label={pathText(path).slice(2)}
        value={valueAt(editing.payload, path)}
        error={error}
        onChange={(value) => editing.onChange(path, value)}
        isExplained={editing.isExplained}
      />
      {remove}
    </div>
  );
}
