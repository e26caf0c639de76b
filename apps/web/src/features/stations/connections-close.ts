import { useTranslations } from "next-intl";

/** The codes of RFC 6455 that a line of ours ends with. */
const known = [1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1015] as const;

/** Says in words why a line ended, by its code. */
export function useCloseWords() {
  const t = useTranslations("connections");
  return (code: number): string => {
    const one = known.find((each) => each === code);
    return one === undefined ? t("closes.other") : t(`closes.${one}`);
  };
}
