"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/button";
import { Dialog } from "@/components/dialog";
import type { FileRow } from "@/server/files/list";
import { addresses } from "../addresses";

/** A station's file to be read: as plain text, whatever it says it is. */
export function FileReader({ file, onClose }: { file: FileRow; onClose: () => void }) {
  const t = useTranslations("maintenance.logs");
  const { id, name, size, sha256 } = file;
  const text = useQuery({
    queryKey: ["file", id],
    queryFn: ({ signal }) => readText(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

  return (
    <Dialog
      wide
      title={name ?? ""}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <a href={addresses.file(id)} download className={buttonClasses("primary", "normal")}>
          {t("keep")}
        </a>
      }
    >
      {text.isPending && <p className="text-ink-2">{t("reading")}</p>}
      {text.error && (
        <p role="alert">
          {t("cannotRead")}: {text.error.message}
        </p>
      )}
      {text.data === null && <p>{t("notText")}</p>}
      {text.data && (
        <>
          <textarea
            readOnly
            wrap="off"
            rows={20}
            aria-label={name ?? undefined}
            className="mono w-full resize-y bg-canvas text-12"
            value={text.data}
          />
          {size !== null && size > mostRead && <p className="pt-2 text-ink-2">{t("cut")}</p>}
        </>
      )}
      <p className="break-all pt-3 text-12 text-ink-3">{t("sum", { sum: sha256 ?? "" })}</p>
    </Dialog>
  );
}

/** As much as the server hands out to be read. */
const mostRead = 2_000_000;

/** The text of a file; null for what is none. */
async function readText(id: number, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(`${addresses.file(id)}?read`, { signal });
  const text = await response.text();
  if (!response.ok) throw new Error(text.trim());
  // A text holds no zeros; an archive always does.
  return text.slice(0, 4_096).includes("\u0000") ? null : text;
}
