"use client";

import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { CopyButton } from "@/components/copy-button";
import { FileSize } from "@/components/file-size";
import { type Fact, KeyValues } from "@/components/key-values";
import { TextLink } from "@/components/text-link";
import type { FirmwareDetail } from "@/server/firmware/list";
import { addresses } from "../addresses";

/** What is known of an image, one fact a line. */
export function FirmwareFacts({ image }: { image: FirmwareDetail }) {
  const t = useTranslations("firmware");
  const { fileName, size, location, sha256, signer, runAt, ofModel, addedAt, addedBy, version, model } = image;
  const facts: Fact[] = [
    {
      label: t("runAt"),
      value: (
        <TextLink href={addresses.stationsThat(`model:"${model}" fw:${version}`)}>
          {t("ofModel", { count: runAt, all: ofModel })}
        </TextLink>
      ),
    },
    ...(location === null ? [] : [{ label: t("location"), value: <span className="mono break-all">{location}</span> }]),
    ...(fileName === null || size === null
      ? []
      : [
          {
            label: t("file"),
            value: <span className="mono break-all">{fileName}</span>,
            note: <FileSize bytes={size} />,
          },
        ]),
    ...(sha256 === null
      ? []
      : [
          {
            label: "SHA-256",
            value: (
              <span className="flex items-start gap-2">
                <code className="mono min-w-0 break-all">{sha256}</code>
                <CopyButton text={sha256} size="row" />
              </span>
            ),
          },
        ]),
    {
      label: t("signature"),
      value: signer ? signer.subject : t("unsigned"),
      note: signer && t.rich("until", { at: () => <ClockTime at={signer.until} precision="day" /> }),
    },
    { label: t("addedBy"), value: addedBy, note: <ClockTime at={addedAt} precision="minutes" /> },
  ];
  return <KeyValues facts={facts} />;
}
