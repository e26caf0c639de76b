"use client";

import { severities } from "@chargehand/domain/issues/issue";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ErrorPanel } from "@/components/error-panel";
import { Glyph } from "@/components/glyph";
import { Select } from "@/components/select";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { SettingsHead } from "../settings/settings-head";

/** From which severity on whoever asks gets e-mail. */
export function NoticesLive() {
  const t = useTranslations("notices");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayChoose = useMay("issues.write");
  const { data } = useQuery(trpc.issues.choice.queryOptions());
  const choosing = useMutation(
    trpc.issues.choose.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.issues.choice.queryKey() }),
    }),
  );
  return (
    <>
      <SettingsHead />
      <div className="flex max-w-text flex-col gap-3 px-5 py-2 max-md:px-4">
        <p className="text-ink-2">{t("about")}</p>
        {data && !data.canSend && (
          <p className="flex items-start gap-2 bg-tint-attn px-3 py-2 text-attn-ink">
            <Glyph name="attention" className="mt-0.5" />
            {t("off")}
          </p>
        )}
        {choosing.error && <ErrorPanel what={choosing.error.message} />}
        {data && (
          <Select
            label={t("label")}
            chosen={data.severity ?? "none"}
            isDisabled={!mayChoose}
            onChoose={(id) => choosing.mutate({ severity: id === "none" ? null : id })}
            options={(["none", ...severities] as const).map((id) => ({ id, label: t(`choice.${id}`) }))}
            className="w-72"
          />
        )}
        <p aria-live="polite" className="text-12 text-ink-2">
          {choosing.isSuccess && t("saved")}
        </p>
      </div>
    </>
  );
}
