"use client";

import { Input, TextField as Primitive, TextArea, type TextFieldProps } from "react-aria-components/TextField";
import { cx } from "./cx";
import { Field, type FieldProps, fieldClasses, inputClasses } from "./field";

interface Props extends Omit<TextFieldProps, "className" | "style" | "children">, FieldProps {
  placeholder?: string;
  /** For ids, keys and wire words. */
  isMono?: boolean;
  rows?: number;
  className?: string;
}

/** A line of text, or several with `rows`. */
export function TextField({
  label,
  isLabelHidden,
  help,
  error,
  placeholder,
  isMono,
  rows,
  className,
  ...props
}: Props) {
  return (
    <Primitive
      {...props}
      isInvalid={props.isInvalid ?? error !== undefined}
      // What the server said about the last try must not keep the next one from being sent.
      validationBehavior={error === undefined ? "native" : "aria"}
      className={cx(fieldClasses, className)}
    >
      <Field label={label} isLabelHidden={isLabelHidden} help={help} error={error}>
        {rows ? (
          <TextArea
            rows={rows}
            placeholder={placeholder}
            className={cx(inputClasses, "h-auto! py-1", isMono && "mono")}
          />
        ) : (
          <Input placeholder={placeholder} className={cx(inputClasses, isMono && "mono")} />
        )}
      </Field>
    </Primitive>
  );
}
