"use client";

import { debounce, parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { parseFilter, type StationFilter, writeFilter } from "./station-filter";
import { searchable, takeParts } from "./station-question";

/** The filter of the list: its parts and words in the address, what is being typed here. */
export function useWrittenFilter() {
  const [written, setWritten] = useQueryState(
    "q",
    parseAsString.withDefault("").withOptions({ limitUrlUpdates: debounce(200) }),
  );
  const [typed, setTyped] = useState({ written, filter: parseFilter(written) });
  // The address changed by itself: a link, or the way back.
  const filter = typed.written === written ? typed.filter : parseFilter(written);

  function change(asked: StationFilter, isDone = false) {
    const next = takeParts(asked, isDone);
    // A part that is still being written stays here until it is one.
    const nextWritten = writeFilter({ ...next, text: searchable(next.text) });
    setTyped({ written: nextWritten, filter: next });
    void setWritten(nextWritten === "" ? null : nextWritten);
  }

  return { written, filter, change, clear: () => change({ parts: [], text: "" }) };
}
