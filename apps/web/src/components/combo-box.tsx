"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, Input, ComboBox as Primitive } from "react-aria-components/ComboBox";
import { Group } from "react-aria-components/Group";
import { cx } from "./cx";
import { Field, type FieldProps, fieldClasses } from "./field";
import { type Option, OptionList } from "./option-list";
import { Popover } from "./popover";

/** One of many choices, found by typing; with `onType` also a new one. */
export function ComboBox({
  options,
  chosen,
  onChoose,
  text,
  onType,
  isRequired,
  isDisabled,
  isMono,
  placeholder,
  className,
  label,
  isLabelHidden,
  help,
  error,
}: FieldProps & {
  options: readonly Option[];
  chosen?: string;
  onChoose: (id: string | undefined) => void;
  /** The text typed, where a text that is not in the list counts too. */
  text?: string;
  onType?: (text: string) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  isMono?: boolean;
  placeholder?: string;
  className?: string;
}) {
  const t = useTranslations("field");
  return (
    <Primitive
      defaultItems={options}
      selectedKey={chosen ?? null}
      onSelectionChange={(key) => onChoose(key === null ? undefined : String(key))}
      inputValue={text}
      onInputChange={(typed) => {
        onType?.(typed);
        // Typed to the end it is chosen; nobody has to point at it as well.
        const meant = options.find(({ label: name }) => name.toLowerCase() === typed.trim().toLowerCase());
        if (meant && meant.id !== chosen) onChoose(meant.id);
      }}
      allowsCustomValue={onType !== undefined}
      allowsEmptyCollection
      menuTrigger="focus"
      isRequired={isRequired}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      // What the server said about the last try must not keep the next one from being sent.
      validationBehavior={error === undefined ? "native" : "aria"}
      className={cx(fieldClasses, className)}
    >
      <Field label={label} isLabelHidden={isLabelHidden} help={help} error={error}>
        <Group className="flex h-7 items-stretch rounded-1 border border-edge bg-canvas data-focus-within:outline-2 data-focus-within:outline-focus data-focus-within:outline-offset-2 data-invalid:border-fault max-md:h-10">
          <Input
            placeholder={placeholder}
            className={cx(
              "w-full min-w-0 bg-transparent px-2 text-13 outline-none placeholder:text-ink-3 max-md:text-16",
              isMono && "mono",
            )}
          />
          <Button className="flex w-6 items-center justify-center text-ink-2 max-md:w-10">
            <ChevronDown aria-hidden="true" size={14} />
          </Button>
        </Group>
      </Field>
      <Popover>
        <OptionList options={options} empty={t("nothingFits")} />
      </Popover>
    </Primitive>
  );
}
