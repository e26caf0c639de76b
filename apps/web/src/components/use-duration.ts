import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { speakDuration } from "./duration";

/** Says a length of time in the page's language: "16 m", "1 h 12 m". */
export function useDuration() {
  const t = useTranslations("duration");
  return useCallback(
    (milliseconds: number) => {
      const { form, ...units } = speakDuration(milliseconds);
      return t(form, units);
    },
    [t],
  );
}
