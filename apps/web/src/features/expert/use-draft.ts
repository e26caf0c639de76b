"use client";

import { useMemo, useState } from "react";
import { type JsonText, readJson } from "./json-text";
import { type PayloadPath, withValue } from "./payload-path";

/** The payload that is being written: one text, which the form and the raw view show each in its way. */
export interface Draft {
  text: string;
  read: JsonText;
  setText: (text: string) => void;
  setValue: (path: PayloadPath, value: unknown) => void;
  /** Puts another payload there, for any call. */
  put: (action: string, payload: object) => void;
  /** Back to the example. */
  forget: () => void;
  isExample: boolean;
}

/** Keeps what was written for each call, so that looking at another call loses nothing. */
export function useDraft(action: string, example: object | undefined): Draft {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const text = drafts.get(action) ?? (example ? pretty(example) : "{}");
  const read = useMemo(() => readJson(text), [text]);
  const set = (of: string, next: string) => setDrafts((before) => new Map(before).set(of, next));
  return {
    text,
    read,
    setText: (next) => set(action, next),
    setValue: (path, value) => set(action, pretty(withValue(read.ok ? read.value : {}, path, value))),
    put: (of, payload) => set(of, pretty(payload)),
    forget: () => setDrafts((before) => new Map([...before].filter(([of]) => of !== action))),
    isExample: !drafts.has(action),
  };
}

const pretty = (value: unknown) => JSON.stringify(value ?? {}, null, 2);
