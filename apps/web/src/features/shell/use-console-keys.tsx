"use client";

import type { Command } from "@chargehand/domain/command";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useKeys } from "@/components/keys/use-keys";
import { latePart } from "@/components/late-part";
import { addresses } from "../addresses";
import type { SupportStart } from "../commands/use-commands";
import { useCopiedLink } from "./copied-link";

/** What keys do on every page: go to places, copy the link, show all keys, open the palette. */
export function useConsoleKeys({
  onSend,
  onSupport,
}: {
  onSend: (station: number, command: Command, atOnce?: boolean) => void;
  onSupport: (start: SupportStart) => void;
}): {
  openPalette: () => void;
  copied: ReactNode;
  overlay: ReactNode;
} {
  const router = useRouter();
  const [shown, setShown] = useState<"palette" | "keys">();
  const [copied, copyLink] = useCopiedLink();
  const close = () => setShown(undefined);
  useEffect(() => {
    // If it fails, whoever opens it loads it again.
    const timer = setTimeout(() => loadPalette().catch(() => {}), 1_000);
    return () => clearTimeout(timer);
  }, []);
  const openPalette = () => setShown("palette");
  const openKeys = () => setShown("keys");
  useKeys({
    copyLink,
    palette: openPalette,
    keys: openKeys,
    toNow: () => router.push(addresses.now),
    toIssues: () => router.push(addresses.issues),
    toStations: () => router.push(addresses.stations),
    toFaults: () => router.push(addresses.faults),
    toChanges: () => router.push(addresses.changes),
    toMessages: () => router.push(addresses.messages),
  });
  return {
    openPalette,
    copied,
    overlay: (
      <>
        {shown === "palette" && <Palette onSend={onSend} onSupport={onSupport} onClose={close} onKeys={openKeys} />}
        {shown === "keys" && <KeySheet onClose={close} />}
      </>
    ),
  };
}

/** Right after the page, so that what somebody types at once is not lost. */
const loadPalette = () => import("../palette/palette-live");
const Palette = latePart(() => loadPalette().then(({ PaletteLive }) => PaletteLive));
const KeySheet = latePart(() => import("../keys/key-sheet").then(({ KeySheet }) => KeySheet));
