"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Segments } from "@/components/segments";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import type { SupportStart } from "../commands/use-commands";
import { ConnectorDialog, type DialogProps } from "./command-dialogs";
import { TokenChoice, type TokenOption } from "./token-choice";

type Billing = SupportStart["billing"]["to"];

/** Starts a session: where, and whose charge it is; or for somebody on the phone, with why. Whether a car is there is said first. */
export function StartDialog({
  tokens,
  onSupport,
  ...props
}: DialogProps & { tokens: readonly TokenOption[]; onSupport: (start: SupportStart) => void }) {
  const t = useTranslations("action");
  const trpc = useTRPC();
  const { station } = props;
  const { data: expected } = useQuery(trpc.stations.expectations.queryOptions({ station: station.id }));
  const [isSupport, setSupport] = useState(false);
  const [billing, setBilling] = useState<Billing>("nobody");
  const [token, setToken] = useState<TokenOption>();
  const [reason, setReason] = useState("");
  const needsToken = !isSupport || billing === "token";
  const isReady = (!needsToken || token !== undefined) && (!isSupport || reason.trim() !== "");
  const payer = (): SupportStart["billing"] =>
    billing === "token" && token ? { to: "token", value: token.value, kind: token.kind } : { to: "nobody" };

  return (
    <ConnectorDialog
      {...props}
      action="start"
      isReady={isReady}
      // Who is charged free of cost is given a name by the server; this one only shows that it is all said.
      command={({ evse, connector }) => ({
        type: "start",
        evse,
        connector,
        token: { value: token?.value ?? "", kind: token?.kind ?? "" },
      })}
      onSend={(command) => {
        if (!isSupport || command.type !== "start" || command.evse === undefined) return props.onSend(command);
        const { evse, connector } = command;
        onSupport({ station: station.id, evse, connector, billing: payer(), reason: reason.trim() });
      }}
      note={({ state }) =>
        state === "available" && (
          <span>
            {t("noCar")}{" "}
            {expected?.carWait &&
              t(expected.carWait.isReported ? "carWait" : "carWaitAssumed", { seconds: expected.carWait.seconds })}
          </span>
        )
      }
    >
      <Segments
        label={t("startFor")}
        chosen={isSupport ? "support" : "token"}
        onChoose={(chosen) => setSupport(chosen === "support")}
        options={[
          { id: "token", label: t("startForToken") },
          { id: "support", label: t("startForSupport") },
        ]}
      />
      {isSupport && (
        <>
          <Select
            label={t("billing")}
            options={[
              { id: "nobody", label: t("billingNobody") },
              { id: "token", label: t("billingToken") },
            ]}
            chosen={billing}
            onChoose={setBilling}
          />
          <TextField
            label={t("supportReason")}
            help={t("supportReasonHelp")}
            value={reason}
            onChange={setReason}
            isRequired
            maxLength={500}
          />
        </>
      )}
      {needsToken && <TokenChoice tokens={tokens} chosen={token} onChoose={setToken} />}
    </ConnectorDialog>
  );
}
