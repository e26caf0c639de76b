"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Glyph } from "@/components/glyph";
import { TextLink } from "@/components/text-link";
import type { MadeSecret } from "@/server/stations/import";
import { addresses } from "../addresses";

/** What was imported, and the secrets that were made, for the only time. */
export function ImportResult({
  imported,
  skipped,
  secrets,
}: {
  imported: number;
  skipped: number;
  secrets: readonly MadeSecret[];
}) {
  const t = useTranslations("importStations");
  return (
    <section aria-label={t("done")} className="flex flex-col items-start gap-3">
      <p role="status" className="flex items-center gap-2">
        <Glyph name="confirmed" />
        {t("imported", { imported, skipped })}
      </p>
      {secrets.length > 0 && (
        <>
          <p className="flex items-start gap-2 bg-tint-attn px-3 py-2 text-attn-ink">
            <Glyph name="attention" className="mt-0.5" />
            {t("once", { count: secrets.length })}
          </p>
          <Button look="primary" Icon={Download} onPress={() => save("stations-secrets.csv", csvOf(secrets))}>
            {t("download")}
          </Button>
        </>
      )}
      <TextLink href={addresses.stations}>{t("toStations")}</TextLink>
    </section>
  );
}

/** A secret is hexadecimal, an address is escaped; only an id may hold what a CSV has to quote. */
const csvOf = (secrets: readonly MadeSecret[]) =>
  [
    "id,address,secret",
    ...secrets.map(({ identity, address, secret }) => `${quoted(identity)},${address},${secret}`),
  ].join("\r\n");

const quoted = (text: string) => (/[",=+@-]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Hands a text to the browser as a file; it never leaves this machine. */
function save(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
