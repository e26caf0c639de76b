"use client";

import { useFormatter } from "next-intl";

/** A number of bytes, short. */
export function FileSize({ bytes }: { bytes: number }) {
  return useFileSize()(bytes);
}

/** The same as a text, for a sentence. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const step = Math.min(units.length - 1, bytes < 1_000 ? 0 : Math.floor(Math.log10(bytes) / 3));
    return format.number(bytes / 1_000 ** step, {
      style: "unit",
      unit: units[step] ?? "byte",
      maximumFractionDigits: step === 0 ? 0 : 1,
    });
  };
}

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
