"use client";

import { useTranslations } from "next-intl";
import { ComboBox } from "@/components/combo-box";

/** A token somebody may start with. */
export interface TokenOption {
  value: string;
  kind: string;
  /** Whose it is, or what it is for. */
  note?: string;
}

/** Chooses the token a session is started with, by typing any part of it. */
export function TokenChoice({
  tokens,
  chosen,
  onChoose,
}: {
  tokens: readonly TokenOption[];
  chosen: TokenOption | undefined;
  onChoose: (token: TokenOption | undefined) => void;
}) {
  const t = useTranslations("token");
  return (
    <ComboBox
      label={t("startWith")}
      help={t("startWithHelp")}
      options={tokens.map(({ value, note }) => ({ id: value, label: value, note }))}
      chosen={chosen?.value}
      onChoose={(value) => onChoose(tokens.find((token) => token.value === value))}
      isRequired
      isMono
    />
  );
}
