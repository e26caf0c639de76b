"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Glyph } from "@/components/glyph";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import { standingRefusal } from "./checklist";
import { Credentials } from "./credentials";
import type { StationCredentials } from "./fresh-secrets";
import { useCommissioning } from "./use-commissioning";

/** What to type into a charger that was just taken in, shown once, and whether it has come with it. */
export function CredentialsDialog({
  credentials,
  onClose,
}: {
  credentials: StationCredentials & { id: number };
  onClose: () => void;
}) {
  const t = useTranslations("addStation");
  const { data: facts } = useCommissioning(credentials.id);
  // A station that was here before its secret was has not shown yet that it knows it.
  const hasProven =
    facts?.connected && facts.connection?.authenticated !== "none" && standingRefusal(facts) === undefined;
  return (
    <Dialog
      title={t("addedTitle", { identity: credentials.identity })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      isDismissable={false}
      wide
      footer={
        <Button look="primary" onPress={onClose}>
          {t("done")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{t("typeInto")}</p>
        <Credentials {...credentials} />
        <p role="status" className="flex items-center gap-2">
          <Glyph name={hasProven ? "confirmed" : "proving"} />
          {t(hasProven ? "seen" : "waiting")}
        </p>
        <p className="text-12 text-ink-2">
          <TextLink href={addresses.commissioning(credentials.identity)}>{t("follow")}</TextLink>
        </p>
      </div>
    </Dialog>
  );
}
