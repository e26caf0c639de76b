"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { useTRPC } from "@/live/trpc";
import { CommandFault } from "../commands/command-fault";
import { useCommands } from "../commands/use-commands";
import { useMay } from "../person/may";
import type { CommissioningFacts } from "./checklist";

/** The token that tests are charged with: nobody's, so that no driver finds them on their bill. */
const testToken = { value: "TEST-START", kind: "central" } as const;

/** Begins a session at the first connector that is free, as a driver's app would. */
export function TestStart({ facts }: { facts: CommissioningFacts }) {
  const t = useTranslations("commissioning");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayStart = useMay("commands.send");
  const { data: tokens } = useQuery(trpc.tokens.list.queryOptions({ text: testToken.value, limit: 20 }));
  const adding = useMutation(trpc.tokens.add.mutationOptions());
  const commands = useCommands();
  const place =
    facts.connectors.find(({ status }) => status === "occupied") ??
    facts.connectors.find(({ status }) => status === "available");
  const fault = adding.error?.message ?? commands.fault;

  async function start() {
    if (!place) return;
    const known = tokens?.rows.some(({ value, kind }) => value === testToken.value && kind === testToken.kind);
    if (!known) {
      const added = await adding.mutateAsync({ ...testToken, note: t("testToken") }).catch(() => undefined);
      if (!added) return;
      await queries.invalidateQueries({ queryKey: trpc.tokens.pathKey() });
    }
    commands.send(facts.id, { type: "start", evse: place.evse, connector: place.connector, token: testToken });
  }

  if (!mayStart) return null;
  return (
    <div className="flex max-w-80 flex-col items-end gap-1">
      <Button
        look="primary"
        Icon={Play}
        isDisabled={!facts.connected || !place || facts.session?.open}
        isPending={adding.isPending || commands.pending !== undefined}
        onPress={() => void start()}
      >
        {t(facts.session?.open ? "started" : "start")}
      </Button>
      {fault && (
        <CommandFault
          text={fault}
          onDismiss={() => {
            adding.reset();
            commands.dismiss();
          }}
        />
      )}
    </div>
  );
}
