"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { latePart } from "@/components/late-part";
import { SkeletonRows } from "@/components/skeleton";
import { Switch } from "@/components/switch";
import { useTRPC } from "@/live/trpc";
import type { RuleRow } from "@/server/issues/rules";
import { useMay } from "../person/may";
import { SettingsHead } from "../settings/settings-head";

/** What may be tried before a person is woken; each rule is off until somebody turns it on. */
export function RulesLive() {
  const t = useTranslations("rules");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayWrite = useMay("rules.write");
  const [isAdding, setAdding] = useState(false);
  const [turningOn, setTurningOn] = useState<RuleRow>();
  const { data: rules, error, refetch } = useQuery(trpc.issues.rules.queryOptions());
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.issues.rules.queryKey() });
  const switching = useMutation(
    trpc.issues.switchRule.mutationOptions({ onSettled, onSuccess: () => setTurningOn(undefined) }),
  );
  const removing = useMutation(trpc.issues.deleteRule.mutationOptions({ onSettled }));
  const fault = error ?? switching.error ?? removing.error;

  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto">
      <SettingsHead
        actions={
          mayWrite && (
            <Button look="primary" Icon={Plus} onPress={() => setAdding(true)}>
              {t("create")}
            </Button>
          )
        }
      />
      <p className="max-w-text px-5 py-2 text-ink-2 max-md:px-4">{t("about")}</p>
      {fault && <ErrorPanel what={t("failed")} stillWorks={fault.message} onRetry={() => void refetch()} />}
      {!rules ? (
        !error && <SkeletonRows rows={4} label={t("loading")} />
      ) : rules.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("none")}>
          {t("noneHelp")}
        </EmptyState>
      ) : (
        <ul className="px-5 max-md:px-4">
          {rules.map((rule) => (
            <li
              key={rule.id}
              className="grid grid-cols-[72px_minmax(0,1fr)_auto] items-center gap-x-4 border-line border-b py-2 max-md:grid-cols-[72px_1fr]"
            >
              <Switch
                aria-label={rule.name}
                isSelected={rule.enabled}
                isDisabled={!mayWrite}
                onChange={(enabled) => (enabled ? setTurningOn(rule) : switching.mutate({ id: rule.id, enabled }))}
              >
                {rule.enabled && t("on")}
              </Switch>
              <span className="min-w-0">
                <b className="block truncate font-value">{rule.name}</b>
                <span className="block text-ink-2">
                  <RuleMeaning rule={rule} />
                </span>
                <span className="block text-12 text-ink-3">
                  {t("result", { tried: rule.tried, worked: rule.worked })} · {rule.createdBy}
                </span>
              </span>
              {mayWrite && (
                <Button look="bare" size="row" onPress={() => removing.mutate({ id: rule.id })}>
                  {t("remove")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isAdding && <RuleDialog onClose={() => setAdding(false)} onDone={onSettled} />}
      {turningOn && (
        <TurnOnDialog
          rule={turningOn}
          isSending={switching.isPending}
          onConfirm={() => switching.mutate({ id: turningOn.id, enabled: true })}
          onClose={() => setTurningOn(undefined)}
        />
      )}
    </div>
  );
}

function RuleMeaning({ rule }: { rule: RuleRow }) {
  const t = useTranslations("rules");
  const { kind, codes, vendor, siteName, remedy, afterSeconds } = rule;
  return t("meaning", {
    kind: t(`kinds.${kind}`),
    codes: codes.length > 0 ? t("withCodes", { codes: codes.join(", ") }) : "",
    vendor: vendor ? t("ofVendor", { vendor }) : "",
    site: siteName ? t("atSite", { site: siteName }) : "",
    remedy: t(`remedies.${remedy}`),
    after: afterSeconds,
  });
}

const RuleDialog = latePart(() => import("./rule-dialog").then((part) => part.RuleDialog));
const TurnOnDialog = latePart(() => import("./turn-on-dialog").then((part) => part.TurnOnDialog));
