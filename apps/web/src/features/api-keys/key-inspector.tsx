"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { Inspector, InspectorSection } from "@/components/inspector";
import { KeyValues } from "@/components/key-values";
import { KeyState } from "./key-state";
import type { KeyRow } from "./key-view";
import { usePermissionWords } from "./permission-words";

/** One key: what it may do, who made it, when and from where it was last used. */
export function KeyInspector({
  apiKey,
  onClose,
  onRevoke,
}: {
  apiKey: KeyRow;
  onClose: () => void;
  onRevoke?: () => void;
}) {
  const t = useTranslations("apiKeys");
  const words = usePermissionWords();
  const { name, prefix, permissions, createdBy, createdAt, expiresAt, revoked, lastUsed, isFromEnvironment } = apiKey;
  const canRevoke = onRevoke && !revoked && !isFromEnvironment;
  return (
    <Inspector
      title={name}
      note={<KeyState apiKey={apiKey} />}
      onClose={onClose}
      footer={canRevoke && <Button onPress={onRevoke}>{t("revoke")}</Button>}
    >
      <InspectorSection>
        <KeyValues
          facts={[
            { label: t("key"), value: prefix ? <span className="mono">{prefix}…</span> : t("environment") },
            {
              label: t("created"),
              value: <ClockTime at={createdAt} precision="minutes" />,
              note: t("by", { name: createdBy }),
            },
            { label: t("expires"), value: expiresAt ? <ClockTime at={expiresAt} precision="minutes" /> : t("never") },
            {
              label: t("lastUsed"),
              value: lastUsed ? <ClockTime at={lastUsed.at} precision="minutes" /> : t("never"),
              note: lastUsed?.from && t("from", { address: lastUsed.from }),
            },
            ...(revoked
              ? [
                  {
                    label: t("state.revoked"),
                    value: <ClockTime at={revoked.at} precision="minutes" />,
                    note: t("by", { name: revoked.by }),
                  },
                ]
              : []),
          ]}
        />
        {isFromEnvironment && <p className="pt-2 text-ink-2">{t("environmentHelp")}</p>}
      </InspectorSection>
      <InspectorSection title={t("may")}>
        <ul className="flex flex-col gap-0.5">
          {permissions.map((permission) => (
            <li key={permission} className="flex justify-between gap-4">
              <span>{words(permission)}</span>
              <span className="mono text-ink-3">{permission}</span>
            </li>
          ))}
        </ul>
      </InspectorSection>
    </Inspector>
  );
}
