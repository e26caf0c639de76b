import { useTranslations } from "next-intl";
import { SkeletonRows } from "@/components/skeleton";

/** A page on its way, in the place it will take; seen only when it takes longer than a moment. */
export default function Loading() {
  const t = useTranslations("app");
  return <SkeletonRows rows={12} label={t("loading")} />;
}
