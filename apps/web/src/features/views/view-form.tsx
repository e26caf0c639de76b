"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { TextField } from "@/components/text-field";

/** The name of a view, and whether it is for everybody. */
export function ViewForm({
  name: given = "",
  mayShare,
  fault,
  onSave,
}: {
  name?: string;
  mayShare: boolean;
  fault?: string;
  onSave: (name: string, team: boolean) => void;
}) {
  const t = useTranslations("views");
  const [name, setName] = useState(given);
  const [team, setTeam] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") onSave(name, team);
      }}
      className="flex flex-col gap-2 border-line border-t p-2 pt-3"
    >
      <TextField label={t("name")} value={name} onChange={setName} error={fault} autoFocus maxLength={80} />
      <span className="flex items-center justify-between gap-2">
        {mayShare && given === "" ? (
          <Checkbox isSelected={team} onChange={setTeam}>
            {t("forTeam")}
          </Checkbox>
        ) : (
          <span />
        )}
        <Button type="submit" look="primary" isDisabled={name.trim() === ""}>
          {t("save")}
        </Button>
      </span>
    </form>
  );
}
