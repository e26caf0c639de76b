"use client";

import { ChevronDown } from "lucide-react";
import { Button, Select as Primitive, SelectValue } from "react-aria-components/Select";
import { cx } from "./cx";
import { Field, type FieldProps, fieldClasses, inputClasses } from "./field";
import { type Option, OptionList } from "./option-list";
import { Popover } from "./popover";

/** One of a few known choices. */
export function Select<Id extends string>({
  options,
  chosen,
  onChoose,
  placeholder,
  name,
  isDisabled,
  isMono,
  className,
  label,
  isLabelHidden,
  help,
  error,
}: FieldProps & {
  options: readonly Option<Id>[];
  chosen: Id | undefined;
  onChoose: (id: Id) => void;
  placeholder?: string;
  name?: string;
  isDisabled?: boolean;
  isMono?: boolean;
  className?: string;
}) {
  function choose(key: unknown) {
    const option = options.find(({ id }) => id === key);
    if (option) onChoose(option.id);
  }

  return (
    <Primitive
      value={chosen ?? null}
      onChange={choose}
      placeholder={placeholder}
      name={name}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      className={cx(fieldClasses, className)}
    >
      <Field label={label} isLabelHidden={isLabelHidden} help={help} error={error}>
        <Button className={cx(inputClasses, "flex items-center justify-between gap-2 text-left", isMono && "mono")}>
          <SelectValue className="truncate data-placeholder:text-ink-3" />
          <ChevronDown aria-hidden="true" size={14} className="shrink-0 text-ink-2" />
        </Button>
      </Field>
      <Popover>
        <OptionList options={options} />
      </Popover>
    </Primitive>
  );
}
