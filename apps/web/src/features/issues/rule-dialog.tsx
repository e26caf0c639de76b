"use client";

import { curableKinds, type Remedy, remedies } from "@chargehand/domain/issues/recovery";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { NumberField } from "@/components/number-field";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import { DryRunText } from "./dry-run-text";

const everywhere = "everywhere";

/** A new rule, with what it would have done lately. It is added turned off. */
export function RuleDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useTranslations("rules");
  const trpc = useTRPC();
  const { data: sites = [] } = useQuery(trpc.sites.list.queryOptions());
  const [name, setName] = useState("");
  const [kind, setKind] = useState<(typeof curableKinds)[number]>("fault");
  const [codes, setCodes] = useState("");
  const [vendor, setVendor] = useState("");
  const [site, setSite] = useState(everywhere);
  const [remedy, setRemedy] = useState<Remedy>("soft-reset");
  const [afterSeconds, setAfterSeconds] = useState(60);
  const adding = useMutation(
    trpc.issues.createRule.mutationOptions({
      onSuccess: () => {
        onDone();
        onClose();
      },
    }),
  );
  const rule = {
    kind,
    codes: codes.split(/[\s,]+/).filter((code) => code !== ""),
    vendor: vendor.trim() || null,
    site: site === everywhere ? null : Number(site),
    afterSeconds,
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    adding.mutate({ name, remedy, ...rule });
  }

  return (
    <Dialog title={t("create")} isOpen onOpenChange={(open) => open || onClose()} wide>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label={t("name")}
          help={t("nameHelp")}
          value={name}
          onChange={setName}
          maxLength={100}
          isRequired
          autoFocus
        />
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <Select
            label={t("kind")}
            chosen={kind}
            onChoose={setKind}
            options={curableKinds.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          />
          <TextField label={t("codes")} help={t("codesHelp")} value={codes} onChange={setCodes} isMono />
          <TextField label={t("vendor")} value={vendor} onChange={setVendor} maxLength={100} />
          <Select
            label={t("site")}
            chosen={site}
            onChoose={setSite}
            options={[
              { id: everywhere, label: t("anySite") },
              ...sites.map((one) => ({ id: String(one.id), label: one.name })),
            ]}
          />
          <Select
            label={t("remedy")}
            chosen={remedy}
            onChoose={setRemedy}
            options={remedies.map((id) => ({ id, label: t(`remedies.${id}`) }))}
          />
          <NumberField
            label={t("after")}
            help={t("afterHelp")}
            value={afterSeconds}
            onChange={setAfterSeconds}
            minValue={10}
            maxValue={3600}
          />
        </div>
        <DryRunText rule={rule} />
        {adding.error && (
          <p role="alert" className="text-fault-ink">
            {adding.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2 pt-1">
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" type="submit" isPending={adding.isPending}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
