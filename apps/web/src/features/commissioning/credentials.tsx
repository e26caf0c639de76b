"use client";

import { useTranslations } from "next-intl";
import { QRCodeSVG } from "qrcode.react";
import type { ReactNode } from "react";
import { CopyLine } from "@/components/copy-line";
import { Glyph } from "@/components/glyph";

/** What to type into a charger. Where there is a secret to be seen, it is for the only time. */
export function Credentials({
  identity,
  address,
  secret,
  instead,
}: {
  identity: string;
  address: string;
  secret?: string;
  /** What stands in the place of a secret that is not there to be seen. */
  instead?: ReactNode;
}) {
  const t = useTranslations("addStation");
  const lines = [address, identity, ...(secret ? [secret] : [])];
  return (
    <div className="flex flex-wrap items-start gap-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-3">
        <CopyLine label={t("address")} text={address} />
        <CopyLine label={t("user")} text={identity} />
        {secret ? <CopyLine label={t("secret")} text={secret} /> : instead}
        {secret && (
          <p className="flex items-start gap-2 bg-tint-attn px-3 py-2 text-attn-ink">
            <Glyph name="attention" className="mt-0.5" />
            {t("once")}
          </p>
        )}
      </div>
      <figure className="flex w-36 flex-col gap-1">
        {/* Readers want dark on light, whatever the colours of the page. */}
        <QRCodeSVG
          value={lines.join("\n")}
          size={144}
          marginSize={2}
          level="M"
          title={t(secret ? "qrWithSecret" : "qr")}
          bgColor="#ffffff"
          fgColor="#0b0d11"
          className="rounded-1 border border-line"
        />
        <figcaption className="text-12 text-ink-2">{t(secret ? "qrWithSecret" : "qr")}</figcaption>
      </figure>
    </div>
  );
}
