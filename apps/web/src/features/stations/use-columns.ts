"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useMemo } from "react";
import { keepCookie } from "@/components/cookie";
import { type ColumnId, columnsCookie, narrowColumns, parseColumns, writeColumns } from "./column-choice";

/** The columns of the list: those of the address, else those that were chosen here last. */
export function useColumns(remembered: string, isNarrow: boolean) {
  const [written, setWritten] = useQueryState("cols", parseAsString);
  const columns = useMemo(() => parseColumns(written ?? remembered), [written, remembered]);
  // Whoever copies the address copies the columns with it, also those that were chosen on another day.
  const unsaid = written === null && remembered !== "";
  useEffect(() => {
    if (unsaid) void setWritten(remembered);
  }, [unsaid, remembered, setWritten]);
  return {
    columns,
    /** As the address says them, once somebody chose. */
    written,
    shown: useMemo(() => (isNarrow ? narrowColumns(columns) : columns), [columns, isNarrow]),
    choose(next: readonly ColumnId[]) {
      keepCookie(columnsCookie, writeColumns(next) ?? "");
      void setWritten(next.join("."));
    },
  };
}
