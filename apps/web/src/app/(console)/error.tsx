"use client";

import { useTranslations } from "next-intl";
import { ErrorPanel } from "@/components/error-panel";

/** A page that could not be drawn; everything around it still stands. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("error");
  return <ErrorPanel what={t("page")} stillWorks={t("pageStillWorks")} requestId={error.digest} onRetry={reset} />;
}
