"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type AskWords, verbs } from "./parse-ask";

/** The words a person may say, in the language of the page: each verb with what else it is called. */
export function useAskWords(): AskWords {
  const t = useTranslations("palette");
  return useMemo(() => {
    const list = (text: string) => text.split(",").map((word) => word.trim());
    const spoken = verbs.flatMap((verb) => list(t(`verbs.${verb}`)).map((phrase) => ({ verb, phrase })));
    return { verbs: spoken, connector: list(t("connectorWords")) };
  }, [t]);
}
