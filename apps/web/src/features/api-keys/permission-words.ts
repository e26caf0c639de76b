import { useTranslations } from "next-intl";
import type { Permission } from "@/server/permissions";

/** What a permission allows, for people. */
export function usePermissionWords(): (permission: Permission) => string {
  const t = useTranslations("permission");
  return (permission) => t(permission);
}
