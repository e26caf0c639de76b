"use client";

import { Minus, Plus } from "lucide-react";
import {
  Button,
  Group,
  Input,
  type NumberFieldProps,
  NumberField as Primitive,
} from "react-aria-components/NumberField";
import { cx } from "./cx";
import { Field, type FieldProps, fieldClasses } from "./field";

interface Props extends Omit<NumberFieldProps, "className" | "style" | "children">, FieldProps {
  /** As the station spells it; shown after the number. */
  unit?: string;
  className?: string;
}

/** A number with its unit and limits; arrow keys and the two buttons step it. */
export function NumberField({ label, isLabelHidden, help, error, unit, className, ...props }: Props) {
  return (
    <Primitive
      {...props}
      isInvalid={props.isInvalid ?? error !== undefined}
      // What was said about the last try must not keep the next one from being sent.
      validationBehavior={error === undefined ? "native" : "aria"}
      className={cx(fieldClasses, className)}
    >
      <Field label={label} isLabelHidden={isLabelHidden} help={help} error={error}>
        <Group className="flex h-7 items-stretch overflow-hidden rounded-1 border border-edge bg-canvas data-focus-within:outline-2 data-focus-within:outline-focus data-focus-within:outline-offset-2 data-invalid:border-fault data-disabled:border-line-strong data-disabled:bg-raised max-md:h-10">
          <Input className="w-full min-w-0 bg-transparent px-2 text-right text-13 outline-none data-disabled:text-ink-3 max-md:text-16" />
          {unit && <span className="flex items-center pr-2 text-12 text-ink-3">{unit}</span>}
          <Button slot="decrement" className={stepClasses}>
            <Minus aria-hidden="true" size={12} />
          </Button>
          <Button slot="increment" className={stepClasses}>
            <Plus aria-hidden="true" size={12} />
          </Button>
        </Group>
      </Field>
    </Primitive>
  );
}

const stepClasses =
  "flex w-6 items-center justify-center border-line border-l text-ink-2 hover:bg-hover data-disabled:text-ink-3 max-md:w-10";
