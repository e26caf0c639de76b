"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { ComboBox } from "@/components/combo-box";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/text-field";
import type { RouterInputs } from "@/live/router-types";
import { useTRPC } from "@/live/trpc";
import type { ListRow } from "@/server/local-lists/lists";
import { placeOf } from "../tokens/place-id";

type Wish = RouterInputs["lists"]["save"];

/** Says which tokens are to be on the list of which stations. */
export function ListDialog({
  editing,
  onClose,
  onSave,
  isSending,
  error,
}: {
  editing: ListRow | "new" | undefined;
  onClose: () => void;
  onSave: (wish: Wish) => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("listForm");
  return (
    <Dialog
      title={t(editing === "new" ? "title" : "changeTitle")}
      isOpen={editing !== undefined}
      onOpenChange={(open) => open || onClose()}
    >
      {editing && (
        <Form
          list={editing === "new" ? undefined : editing}
          onClose={onClose}
          onSave={onSave}
          isSending={isSending}
          error={error}
        />
      )}
    </Dialog>
  );
}

function Form({
  list,
  onClose,
  onSave,
  isSending,
  error,
}: {
  list: ListRow | undefined;
  onClose: () => void;
  onSave: (wish: Wish) => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("listForm");
  const trpc = useTRPC();
  const { data: places } = useQuery(trpc.tokens.placeOptions.queryOptions());
  const [at, setAt] = useState("all");
  const [kinds, setKinds] = useState(list?.kinds.join(", ") ?? "");
  const [groups, setGroups] = useState(list?.groups.join(", ") ?? "");
  const [withBlocked, setWithBlocked] = useState(list?.withBlocked ?? true);
  const [byItself, setByItself] = useState(list?.byItself ?? true);
  const [enabled, setEnabled] = useState(list?.enabled ?? true);
  // A list is for whole stations: single evses have none.
  const options = (places ?? []).filter(({ id }) => id.split(":").length === 2);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSave({
      scope: list ? scopeOf(list) : scopeAt(at),
      kinds: wordsIn(kinds),
      groups: wordsIn(groups),
      withBlocked,
      byItself,
      enabled,
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      {!list && places && (
        <ComboBox
          label={t("at")}
          help={t("atHelp")}
          options={[{ id: "all", label: t("all") }, ...options]}
          chosen={at}
          onChoose={(id) => setAt(id ?? "all")}
          isRequired
        />
      )}
      <TextField label={t("kinds")} help={t("kindsHelp")} value={kinds} onChange={setKinds} isMono />
      <TextField label={t("groups")} help={t("groupsHelp")} value={groups} onChange={setGroups} isMono />
      <Checkbox isSelected={withBlocked} onChange={setWithBlocked}>
        {t("withBlocked")}
      </Checkbox>
      <Checkbox isSelected={byItself} onChange={setByItself}>
        {t("byItself")}
      </Checkbox>
      <Checkbox isSelected={enabled} onChange={setEnabled}>
        {t("enabled")}
      </Checkbox>
      {error && (
        <p role="alert" className="text-fault-ink">
          {error}
        </p>
      )}
      <div className="flex justify-end gap-2 pt-1">
        <Button onPress={onClose}>{t("leave")}</Button>
        <Button look="primary" type="submit" isPending={isSending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

const wordsIn = (text: string) =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);

function scopeOf({ site, station }: ListRow): Wish["scope"] {
  if (station) return { station: station.id };
  return site ? { site: site.id } : "all";
}

function scopeAt(id: string): Wish["scope"] {
  const place = placeOf(id);
  if (!place) return "all";
  return "site" in place ? { site: place.site } : { station: place.station };
}
