"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { latePart } from "@/components/late-part";
import { Panel } from "./panel";
import { SendButton } from "./send-button";
import type { Held } from "./use-held";
import type { Maintenance } from "./use-maintenance";

const NetworkDialog = latePart(() => import("./network-dialog").then((module) => module.NetworkDialog));
const Migration = latePart(() => import("./migration-steps").then((module) => module.Migration));

/** The ways to a network that the station was told of, and how it is brought to take another one. */
export function NetworkPanel({ maintenance, held }: { maintenance: Maintenance; held: Held }) {
  const t = useTranslations("maintenance.network");
  const [isAsking, setIsAsking] = useState(false);
  const [moving, setMoving] = useState<string>();
  const { station, send, blocked } = maintenance;
  const why = blocked("set-network-profile");
  const ways = held.networks.toSorted((a, b) => Number(a.slot) - Number(b.slot));

  return (
    <Panel
      title={t("title")}
      types={["set-network-profile"]}
      maintenance={maintenance}
      actions={<SendButton label={t("set")} blocked={why} onPress={() => setIsAsking(true)} />}
    >
      {ways.length === 0 && <p className="max-w-text py-3 text-ink-2">{why ?? t("none")}</p>}
      <ul>
        {ways.map(({ slot, url, securityProfile, link, identity, at }) => (
          <li key={slot} className="border-line border-b py-1.5">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="w-16 text-ink-3">
                {t("slot")} {slot}
              </span>
              <span className="mono min-w-0 break-all">{url}</span>
              {identity !== undefined && <span className="text-ink-2">{t("as", { identity })}</span>}
              <span className="text-ink-2">{t(`profiles.${profileOf(securityProfile)}`)}</span>
              <span className="text-ink-2">{t(`links.${link}`)}</span>
              <span className="text-12 text-ink-3">
                <ClockTime at={at} />
              </span>
              <span className="ml-auto">
                <Button
                  size="row"
                  aria-expanded={moving === slot}
                  onPress={() => setMoving(moving === slot ? undefined : slot)}
                >
                  {t(moving === slot ? "close" : "move")}
                </Button>
              </span>
            </div>
            {moving === slot && <Migration maintenance={maintenance} slot={slot} />}
          </li>
        ))}
      </ul>
      {isAsking && (
        <NetworkDialog
          station={station}
          onClose={() => setIsAsking(false)}
          onSend={(command) => send(command, () => setIsAsking(false))}
        />
      )}
    </Panel>
  );
}

const profileOf = (said: number) => ([0, 1, 2] as const).find((each) => each === said) ?? 3;
