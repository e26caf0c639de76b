"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button, type ButtonSize } from "./button";

/** Copies a text and says so in its own place. */
export function CopyButton({ text, label, size }: { text: string; label?: string; size?: ButtonSize }) {
  const t = useTranslations("copy");
  const [outcome, setOutcome] = useState<"idle" | "copied" | "refused">("idle");

  useEffect(() => {
    if (outcome === "idle") return;
    const timer = setTimeout(() => setOutcome("idle"), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    setOutcome((await write(text)) ? "copied" : "refused");
  }

  return (
    <Button size={size} Icon={outcome === "copied" ? Check : Copy} onPress={copy}>
      <span aria-live="polite">{outcome === "idle" ? (label ?? t("copy")) : t(outcome)}</span>
    </Button>
  );
}

async function write(text: string) {
  try {
    // Without https there is no clipboard; the person is told to select the text.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
