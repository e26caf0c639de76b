import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { TextLink } from "@/components/text-link";
import { addresses } from "@/features/addresses";

/** Nothing is at this address. */
export default function NotFound() {
  const t = useTranslations("app");
  return (
    <EmptyState
      kind="nothing-yet"
      title={t("notFound")}
      action={<TextLink href={addresses.now}>{t("toNow")}</TextLink>}
    >
      {t("notFoundHelp")}
    </EmptyState>
  );
}
