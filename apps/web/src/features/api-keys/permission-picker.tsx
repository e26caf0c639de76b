"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { type Permission, permissionsOf } from "@/server/permissions";
import { usePermissions } from "../person/may";
import { usePermissionWords } from "./permission-words";

/** What a key may do, out of what the person may do. */
export function PermissionPicker({
  chosen,
  onChoose,
}: {
  chosen: readonly Permission[];
  onChoose: (permissions: readonly Permission[]) => void;
}) {
  const t = useTranslations("createKey");
  const words = usePermissionWords();
  const own = usePermissions();
  const toggle = (permission: Permission, isOn: boolean) =>
    onChoose(own.filter((one) => (one === permission ? isOn : chosen.includes(one))));

  return (
    <fieldset>
      <legend className="flex w-full items-center gap-2 pb-1">
        <span className="text-12 text-ink-2">{t("permissions")}</span>
        <span className="ml-auto flex gap-1">
          <Button
            size="row"
            look="bare"
            onPress={() => onChoose(own.filter((one) => permissionsOf("viewer").has(one)))}
          >
            {t("looking")}
          </Button>
          <Button size="row" look="bare" onPress={() => onChoose(own)}>
            {t("everything")}
          </Button>
          <Button size="row" look="bare" onPress={() => onChoose([])}>
            {t("nothing")}
          </Button>
        </span>
      </legend>
      <div className="grid grid-cols-2 gap-x-4 rounded-1 border border-line-strong px-3 py-2 max-md:grid-cols-1">
        {own.map((permission) => (
          <Checkbox
            key={permission}
            isSelected={chosen.includes(permission)}
            onChange={(isOn) => toggle(permission, isOn)}
          >
            {words(permission)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
