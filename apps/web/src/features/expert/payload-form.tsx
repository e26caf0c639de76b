"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "@/components/button";
import { type FieldKind, type FormField, starterOf } from "./form-model";
import type { PayloadEditing } from "./payload-editing";
import { AddField, FaultText, FieldName, ListLimits, RemoveButton } from "./payload-parts";
import { namesIn, type PayloadPath, pathText, valueAt } from "./payload-path";
import { PlainRow } from "./plain-row";

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
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      {shown.map((field) => (
        <Field
          key={field.name}
          field={field}
          path={[...path, field.name]}
          onRemoved={() => place.current?.focus()}
          {...editing}
        />
      ))}
      {unknown.map((name) => (
        <p
          key={name}
          data-fault={editing.faults.has(pathText([...path, name])) || undefined}
          className="flex flex-wrap items-baseline gap-x-2 py-1.5 text-12 text-ink-2"
        >
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
    </div>
  );
}

function Field({
  field,
  path,
  onRemoved,
  ...editing
}: PayloadEditing & {
  field: FormField;
  path: PayloadPath;
  /** The button that took it away is gone with it; the keys must go on from somewhere. */
  onRemoved: () => void;
}) {
  const { name, isRequired, help, kind } = field;
  const t = useTranslations("expert");
  const id = pathText(path);
  const error = editing.faults.get(id);
  const remove = !isRequired && (
    <RemoveButton
      label={t("remove", { name })}
      onRemove={() => editing.onChange(path, undefined)}
      onRemoved={onRemoved}
    />
  );
  const explanation = editing.isExplained && help && <p className="max-w-text text-12 text-ink-3">{help}</p>;
  const label = <FieldName name={name} isRequired={isRequired} />;

  if (kind.is === "group" || kind.is === "list") {
    return (
      <fieldset className="py-1.5" data-fault={error !== undefined || undefined}>
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
  return <PlainRow kind={kind} path={path} head={label} remove={remove} explanation={explanation} {...editing} />;
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
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      {items.map((_, index) => {
        const at = [...path, index];
        const number = index + 1;
        const remove = (
          <RemoveButton
            label={t("removeItem", { name, number })}
            onRemove={() => editing.onChange(at, undefined)}
            onRemoved={() => place.current?.focus()}
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
    </div>
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
  return <PlainRow kind={kind} path={path} remove={remove} {...editing} />;
}
