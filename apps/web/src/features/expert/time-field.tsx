"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { Input, TextField as Primitive } from "react-aria-components/TextField";
import { cx } from "@/components/cx";
import { Field, type FieldProps, fieldClasses, inputClasses } from "@/components/field";
import { fromWallClock, toWallClock, toWireTime } from "./wall-clock";

/** A moment, entered as the clock on the wall shows it and sent in UTC; the zone and what is sent stand under it. */
export function TimeField({
  value,
  onChange,
  isDisabled,
  ...field
}: Omit<FieldProps, "help"> & {
  value: string | undefined;
  onChange: (value: string) => void;
  isDisabled?: boolean;
}) {
  const t = useTranslations("expert");
  const timeZone = useTimeZone() ?? "UTC";
  const at = value === undefined ? Number.NaN : Date.parse(value);
  const shown = Number.isNaN(at) ? "" : toWallClock(new Date(at), timeZone);

  function change(typed: string) {
    const moment = fromWallClock(typed, timeZone);
    if (moment) onChange(toWireTime(moment));
  }

  return (
    <Primitive
      value={shown}
      onChange={change}
      isDisabled={isDisabled}
      isInvalid={field.error !== undefined}
      className={cx(fieldClasses, "max-w-72 max-md:max-w-none")}
    >
      <Field {...field} help={t("time.zone", { zone: timeZone, sent: value ?? "–" })}>
        <Input type="datetime-local" step={1} className={inputClasses} />
      </Field>
    </Primitive>
  );
}
