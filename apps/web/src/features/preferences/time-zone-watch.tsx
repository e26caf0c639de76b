"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { whenTakenOver } from "@/live/taken-over";
import { remember } from "./remember";

/** Tells the server the viewer's time zone; a first visit is drawn again in it. */
export function TimeZoneWatch({ known }: { known: string }) {
  const router = useRouter();

  useEffect(() => {
    const actual = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (actual === known) return;
    remember("timeZone", actual);
    // Drawn again before it is taken over, it would differ from what came first.
    return whenTakenOver(() => router.refresh());
  }, [known, router]);

  return null;
}
