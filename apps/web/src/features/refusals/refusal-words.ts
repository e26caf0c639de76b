import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { atHead, spellOut } from "../connectors/fault-text";

/** Says in words why a connection was not taken; a reason nobody has put into words yet is spelled out. */
export function useRefusalWords() {
  const t = useTranslations("refusals");
  return useCallback(
    (reason: string) => {
      const known = refusalReasons.find((one) => one === reason);
      return known ? t(`why.${known}`) : atHead(spellOut(reason));
    },
    [t],
  );
}

/** Every reason that has words. */
export const refusalReasons = [
  "wrong-path",
  "no-identity",
  "bad-escape",
  "bad-character",
  "too-long",
  "not-websocket",
  "bad-handshake",
  "unknown-station",
  "too-many-unknown",
  "refused-station",
  "retired-station",
  "insecure-channel",
  "no-secret",
  "no-password",
  "wrong-user",
  "wrong-password",
  "no-subprotocol",
  "subprotocol",
  "busy",
  "draining",
  "unavailable",
] as const;
