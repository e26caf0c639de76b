"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { latePart } from "@/components/late-part";
import { PageHead } from "@/components/page-head";
import { useTRPC } from "@/live/trpc";
import type { TemplateRow } from "@/server/configuration/templates";
import { useMay } from "../person/may";
import { TemplateLine } from "./template-line";

const TemplateDialog = latePart(() => import("./template-dialog").then((module) => module.TemplateDialog));
const RemoveTemplateDialog = latePart(() =>
  import("./remove-template-dialog").then((module) => module.RemoveTemplateDialog),
);

type Asking = { what: "new" } | { what: "change" | "remove"; template: TemplateRow };

/** What stations are to be set to, and how many are known to be something else. */
export function TemplatesLive() {
  const t = useTranslations("configuration");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayWrite = useMay("configuration.write");
  const { data: templates } = useSuspenseQuery(trpc.configuration.templates.queryOptions());
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.configuration.pathKey() });
  const remove = useMutation(trpc.configuration.remove.mutationOptions({ onSettled, onSuccess: close }));

  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto">
      <PageHead
        title={t("title")}
        count={t("templates", { count: templates.length })}
        actions={
          mayWrite && (
            <Button look="primary" Icon={Plus} onPress={() => setAsking({ what: "new" })}>
              {t("add")}
            </Button>
          )
        }
      />
      <p className="max-w-text px-5 py-2 text-ink-2 max-md:px-4">{t("about")}</p>
      {templates.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("none")}>
          {t("noneHelp")}
        </EmptyState>
      ) : (
        <ul className="px-5 pb-6 max-md:px-4">
          {templates.map((template) => (
            <TemplateLine
              key={template.id}
              template={template}
              mayWrite={mayWrite}
              onAsk={(what) => setAsking({ what, template })}
            />
          ))}
        </ul>
      )}
      {(asking?.what === "new" || asking?.what === "change") && (
        <TemplateDialog
          template={asking.what === "change" ? asking.template : undefined}
          onClose={close}
          onSaved={() => {
            void onSettled();
            close();
          }}
        />
      )}
      {asking?.what === "remove" && (
        <RemoveTemplateDialog
          name={asking.template.name}
          onClose={() => {
            close();
            remove.reset();
          }}
          onRemove={() => remove.mutate({ id: asking.template.id })}
          isSending={remove.isPending}
          error={remove.error?.message}
        />
      )}
    </div>
  );
}
