"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { ErrorPanel } from "@/components/error-panel";
import { Inspector, InspectorSection } from "@/components/inspector";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { FirmwareDownloads } from "./firmware-downloads";
import { FirmwareFacts } from "./firmware-facts";
import { FirmwareNotes } from "./firmware-notes";
import { RemoveFirmware } from "./remove-firmware";

/** One image of the library: what it is, who runs it, and how far those are that fetch it. */
export function FirmwareInspectorLive({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useTranslations("firmware");
  const trpc = useTRPC();
  const mayWrite = useMay("firmware.write");
  const { data: image, error, refetch } = useQuery(trpc.firmware.byId.queryOptions({ id }));
  const [isRemoving, setRemoving] = useState(false);
  return (
    <Inspector
      title={image ? `${image.vendor} ${image.model}` : t("title")}
      note={image && <span className="mono">{image.version}</span>}
      isWide
      onClose={onClose}
      footer={mayWrite && image && <Button onPress={() => setRemoving(true)}>{t("remove")}</Button>}
    >
      {error && <ErrorPanel what={t("couldNot")} stillWorks={error.message} onRetry={() => void refetch()} />}
      {image && (
        <>
          <InspectorSection>
            <FirmwareFacts image={image} />
          </InspectorSection>
          <InspectorSection title={t("notes")}>
            <FirmwareNotes key={image.notes} image={image} isFixed={!mayWrite} />
          </InspectorSection>
          {image.location === null && (
            <InspectorSection title={t("given")}>
              <FirmwareDownloads image={image.id} />
            </InspectorSection>
          )}
        </>
      )}
      {image && isRemoving && <RemoveFirmware image={image} onClose={() => setRemoving(false)} onRemoved={onClose} />}
    </Inspector>
  );
}
