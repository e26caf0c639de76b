"use client";

import { ClipboardCopy, Download, EllipsisVertical, FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { Menu } from "@/components/menu";
import { addresses } from "../addresses";
import { useMay } from "../person/may";
import type { messageQuery } from "./message-search";
import { howToPlay } from "./script";

/** What can be done with a whole conversation: taken as a file, copied for the simulator; and a file can be opened. */
export function MessagesTools({
  query,
  onOpen,
}: {
  query: ReturnType<typeof messageQuery>;
  onOpen: (name: string, text: string) => void;
}) {
  const t = useTranslations("messages");
  const mayReadPeople = useMay("customers.view");
  const file = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<"copied" | "notCopied">();
  const asked = {
    q: query.q,
    ...(query.station === undefined ? {} : { station: String(query.station) }),
    ...(query.withHeartbeats ? { heartbeats: "1" } : {}),
  };
  const withPeople = { ...asked, personal: "1" };

  async function copyScript() {
    setTold(
      (await copied(addresses.messagesExport({ ...(mayReadPeople ? withPeople : asked), most: "500" })))
        ? "copied"
        : "notCopied",
    );
  }

  return (
    <>
      <span role="status" className="text-12 text-ink-2">
        {told && t(told)}
      </span>
      <Menu
        label={t("tools")}
        trigger={<Button look="bare" Icon={EllipsisVertical} aria-label={t("tools")} />}
        groups={[
          [
            { id: "export", label: t("export"), Icon: Download, onAction: () => save(addresses.messagesExport(asked)) },
            {
              id: "export-people",
              label: t("exportPeople"),
              Icon: Download,
              ...(mayReadPeople
                ? { onAction: () => save(addresses.messagesExport(withPeople)) }
                : { unavailable: t("exportPeopleNot") }),
            },
            { id: "script", label: t("copyAllScript"), Icon: ClipboardCopy, onAction: () => void copyScript() },
          ],
          [{ id: "open", label: t("openCapture"), Icon: FileUp, onAction: () => file.current?.click() }],
        ]}
      />
      <input
        ref={file}
        type="file"
        accept=".ndjson,.jsonl,.json,.log,.txt"
        aria-label={t("openCapture")}
        hidden
        onChange={async ({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onOpen(chosen.name, await chosen.text());
          target.value = "";
        }}
      />
    </>
  );
}

function save(address: string) {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}

async function copied(address: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    if (!response.ok) return false;
    await navigator.clipboard.writeText(howToPlay + (await response.text()));
    return true;
  } catch {
    return false;
  }
}
