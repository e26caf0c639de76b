import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** Names the specification's blocks: the letters of 2.x in words, the profiles of 1.6 by their own names. */
export function useBlockWords() {
  const t = useTranslations("expert.block");
  return useCallback(
    (block: string) => {
      const letter = letters.find((one) => one === block);
      return letter ? t(letter) : block.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
    },
    [t],
  );
}

const letters = [
  "A",
  "B",
  "C",
  "D",
  "E",
  "F",
  "G",
  "H",
  "I",
  "J",
  "K",
  "L",
  "M",
  "N",
  "O",
  "P",
  "Q",
  "R",
  "S",
] as const;
