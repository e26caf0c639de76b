"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useTRPCClient } from "@/live/trpc";
import type { JsonText } from "./json-text";

/** What is wrong with a payload, and where. */
export interface PayloadFault {
  path: string;
  text: string;
}

/** `checking`: what is shown is of a text before the last key. */
export interface CallCheck {
  is: "checking" | "unchecked" | "faulty" | "sound";
  faults: readonly PayloadFault[];
}

/** While somebody types nobody is asked; afterwards at once. */
const pauseMs = 250;

/** Checks a payload as it is typed: whether it is JSON at once, whether the station's version takes it by the server's own check. */
export function useCallCheck({
  station,
  action,
  text,
  read,
  isAllowed,
}: {
  station: number;
  action: string;
  text: string;
  read: JsonText;
  /** Who may not send need not check. */
  isAllowed: boolean;
}): CallCheck {
  const t = useTranslations("expert");
  const client = useTRPCClient();
  const settled = useSettled(text);
  const payload = read.ok && isObject(read.value) ? read.value : undefined;
  const { data, isPlaceholderData } = useQuery({
    queryKey: ["expert-check", station, action, settled],
    queryFn: () => client.expert.check.mutate({ station, action, payload: { ...payload } }),
    enabled: isAllowed && payload !== undefined && settled === text,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    // The faults of the text before stay until the next are known, as long as it is about the same call.
    placeholderData: (previous, query) => (query?.queryKey[2] === action ? previous : undefined),
  });

  return useMemo((): CallCheck => {
    if (!read.ok) return { is: "faulty", faults: [{ path: t("raw.syntax"), text: t(`syntax.${read.why}`) }] };
    if (payload === undefined) return { is: "faulty", faults: [{ path: "$", text: t("syntax.object") }] };
    if (!isAllowed) return { is: "unchecked", faults: [] };
    const faults = (data ?? []).map(({ path, message }) => ({ path, text: message }));
    if (data === undefined || isPlaceholderData || settled !== text) return { is: "checking", faults };
    return { is: faults.length > 0 ? "faulty" : "sound", faults };
  }, [read, payload, isAllowed, data, isPlaceholderData, settled, text, t]);
}

/** A value that has stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
