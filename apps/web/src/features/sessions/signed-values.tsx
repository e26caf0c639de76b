"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { useTRPC } from "@/live/trpc";

/** How many values of a session its meter signed, and all of them whole, to be checked elsewhere. */
export function SignedValues({ session }: { session: number }) {
  const t = useTranslations("signedValues");
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.sessions.signed.queryOptions({ id: session }));
  if (data.length === 0) return null;
  return (
    <section aria-label={t("title")} className="flex items-center gap-3">
      <span className="text-ink-2">{t("count", { count: data.length })}</span>
      <Button Icon={Download} onPress={() => keep(`session-${session}-signed.json`, data)}>
        {t("download")}
      </Button>
    </section>
  );
}

function keep(name: string, values: object): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(values, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
