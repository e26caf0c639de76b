"use client";

import { debounce, parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { parseFilter, type StationFilter, writeFilter } from "./station-filter";
import { takeParts } from "./station-question";

/** The filter of the list: its parts and words in the address, what is being typed here. */
export function useWrittenFilter() {
  const [written, setWritten] = useQueryState(
    "q",
    parseAsString.withDefault("").withOptions({ limitUrlUpdates: debounce(200) }),
  );
  const [typed, setTyped] = useState({ written, text: parseFilter(written).text });
  // The address changed by itself: a link, or the way back.
  const text = typed.written === written ? typed.text : parseFilter(written).text;
  const filter: StationFilter = { parts: parseFilter(written).parts, text };

  function change(asked: StationFilter, isDone = false) {
    const next = takeParts(asked, isDone || asked.text === text);
    const nextWritten = writeFilter({ ...next, text: next.text.trim() });
    setTyped({ written: nextWritten, text: next.text });
    void setWritten(nextWritten === "" ? null : nextWritten);
  }

  return { written, filter, change, clear: () => change({ parts: [], text: "" }) };
}
