"use client";

import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import type { FilterFault } from "./filter";
import { writePiece } from "./pieces";
import type { WrittenFilter } from "./use-filter";

/** What of a filter could not be read, and what would be valid in its place. The rest of the filter holds. */
export function FilterFaults({ faults, filter }: { faults: readonly FilterFault[]; filter: WrittenFilter }) {
  const t = useTranslations("filter");
  return (
    <div role="status" className="text-12">
      {faults.map((fault) => (
        <p key={fault.raw} className="mt-1 flex flex-wrap items-center gap-x-2 text-attn-ink">
          <span>
            <span className="mono">{fault.raw}</span> {t(`fault.${fault.kind}`, { field: fault.field })}
          </span>
          {fault.valid.map((valid) => (
            <Button
              key={valid}
              onPress={() => {
                const chip = mended(fault, valid);
                const chips = filter.typing.chips.filter((each) => each !== fault.raw);
                // A field alone still needs its value.
                if (fault.kind === "unknown-field") filter.change({ chips, text: chip });
                else filter.change({ ...filter.typing, chips: [...chips, chip] });
              }}
              className="mono inline-flex h-6 items-center text-ink underline decoration-line-strong underline-offset-2 hover:decoration-ink"
            >
              {valid}
            </Button>
          ))}
        </p>
      ))}
    </div>
  );
}

/** The same part with what is valid in it. */
function mended({ raw, kind, field }: FilterFault, valid: string) {
  if (kind === "unknown-field") return `${valid}:${raw.slice(raw.indexOf(":") + 1)}`;
  const compare = (["<=", ">=", "<", ">"] as const).find((sign) => valid.startsWith(sign));
  return writePiece({
    field,
    not: raw.startsWith("-"),
    compare: compare ?? "is",
    values: [compare ? valid.slice(compare.length) : valid],
  });
}
