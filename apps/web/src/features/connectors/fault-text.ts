import { useTranslations } from "next-intl";
import type { ConnectorFault } from "./connector-view";

/** Says a fault in words: the code split into words where we have no better ones. */
export function useFaultText() {
  const t = useTranslations("connector");
  return (fault: Pick<ConnectorFault, "code" | "info" | "vendorCode">) => {
    const code = fault.code ?? fault.vendorCode;
    return code ? spellOut(code) : (fault.info ?? t("faultUnknown"));
  };
}

/** What the vendor's own code says besides, in words where it is made of words. */
export const vendorText = ({ code, vendorCode }: Pick<ConnectorFault, "code" | "vendorCode">) => {
  if (code === undefined || vendorCode === undefined) return undefined;
  return /^(0x)?[\dA-F]+$/i.test(vendorCode) ? vendorCode : spellOut(vendorCode);
};

/** The same at the head of a line. */
export const atHead = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** "GroundFailure" → "ground failure", "EVCommunicationError" → "EV communication error". */
export function spellOut(code: string) {
  return code
    .replaceAll(/[_-]+/g, " ")
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(" ")
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
}
