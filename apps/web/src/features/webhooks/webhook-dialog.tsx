"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import { TypePicker } from "./type-picker";
import type { WebhookFacts } from "./webhook-view";

/** What the server said against it: one sentence, or one for each field. */
interface Fault {
  message: string;
  data?: { fields?: Record<string, string> } | null;
}

interface Props {
  title: string;
  confirm: string;
  /** What it is now, when it is changed. */
  now?: WebhookFacts;
  onClose: () => void;
  onSave: (facts: WebhookFacts) => void;
  isSending: boolean;
  error: Fault | null;
}

/** Makes or changes a webhook: where it goes, and what it is to hear of. */
export function WebhookDialog({ title, ...props }: Props) {
  return (
    <Dialog title={title} isOpen onOpenChange={(open) => open || props.onClose()} wide>
      <WebhookForm {...props} />
    </Dialog>
  );
}

function WebhookForm({ confirm, now, onClose, onSave, isSending, error }: Omit<Props, "title">) {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const { data: sites = [] } = useQuery(trpc.sites.list.queryOptions());
  const [name, setName] = useState(now?.name ?? "");
  const [url, setUrl] = useState(now?.url ?? "https://");
  const [types, setTypes] = useState<readonly string[]>(now?.types ?? []);
  const [stations, setStations] = useState(now?.stations.join(" ") ?? "");
  const [atSites, setAtSites] = useState<readonly number[]>(now?.sites ?? []);
  const fields = error?.data?.fields ?? {};
  const atField = fields.name ?? fields.url;

  function submit(event: FormEvent) {
    event.preventDefault();
    const identities = stations.split(/[\s,]+/).filter((identity) => identity !== "");
    onSave({ name: name.trim(), url: url.trim(), types: [...types], stations: identities, sites: [...atSites] });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label={t("name")}
        help={t("nameHelp")}
        value={name}
        onChange={setName}
        error={fields.name}
        maxLength={100}
        isRequired
        autoFocus
        autoComplete="off"
      />
      <TextField
        label={t("url")}
        help={t("urlHelp")}
        value={url}
        onChange={setUrl}
        error={fields.url}
        maxLength={2000}
        inputMode="url"
        isRequired
        isMono
        autoComplete="off"
      />
      <TypePicker chosen={types} onChoose={setTypes} />
      <TextField label={t("stations")} help={t("stationsHelp")} value={stations} onChange={setStations} isMono />
      {sites.length > 0 && (
        <fieldset>
          <legend className="text-12 text-ink-2">{t("sites")}</legend>
          <div className="flex max-h-32 flex-wrap gap-x-4 overflow-auto">
            {sites.map(({ id, name: site }) => (
              <Checkbox
                key={id}
                isSelected={atSites.includes(id)}
                onChange={(isOn) => setAtSites(isOn ? [...atSites, id] : atSites.filter((one) => one !== id))}
              >
                {site}
              </Checkbox>
            ))}
          </div>
        </fieldset>
      )}
      {error && !atField && (
        <p role="alert" className="text-fault-ink">
          {error.message}
        </p>
      )}
      <div className="flex justify-end gap-2 pt-1">
        <Button onPress={onClose}>{t("leave")}</Button>
        <Button look="primary" type="submit" isPending={isSending}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
