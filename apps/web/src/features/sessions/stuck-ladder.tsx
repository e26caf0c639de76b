"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { BookX, LockOpen, type LucideIcon, RotateCcw, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import type { SessionDetail } from "@/server/sessions/by-id";
import { CommandButton } from "../commands/command-button";
import { CommandFaults } from "../commands/command-faults";
import { useCommands } from "../commands/use-commands";
import { connectorsOf } from "../connectors/connectors-of";
import { useMay } from "../person/may";
import { cutByReset } from "../stations/station-commands";
import { CloseRecord } from "./close-record";
import { commandsOf, givenFor, isStuck, nextRung, type Rung, rungs } from "./rungs";

const icons: Record<Rung, LucideIcon> = { stop: Square, unlock: LockOpen, soft: RotateCcw, hard: RotateCcw };

/**
 * What is left when a session does not end: each step says what it does to the station and to others, and apart from
 * them all the one that only changes our books.
 */
export function StuckLadder({ session }: { session: SessionDetail }) {
  const t = useTranslations("ladder");
  const page = useTranslations("sessionPage");
  const action = useTranslations("action");
  const trpc = useTRPC();
  const mayCommand = useMay("commands.send");
  const mayDecide = useMay("sessions.decide");
  const isCutOff = useStreamState().is === "offline";
  const { station } = session;
  const { data: detail } = useQuery({
    ...trpc.stations.byIdentity.queryOptions({ identity: station.identity }),
    enabled: session.status === "open",
  });
  const { data: commandsGiven } = useQuery(trpc.commands.list.queryOptions({ station: station.id, limit: 30 }));
  const commands = useCommands();
  const deciding = useMutation(trpc.sessions.decide.mutationOptions());
  const [isClosing, setClosing] = useState(false);
  if (!detail || session.status !== "open") return null;

  const connectors = connectorsOf(detail.connectors, detail, detail.lastSessions);
  const place = connectors.find(
    ({ evse, connector }) => evse === session.evse && (session.connector ?? connector) === connector,
  );
  const given = givenFor(commandsGiven?.rows ?? [], { session: session.id, place });
  if (!isStuck(given) && !session.attention.includes("not-ended")) return null;

  const orders = commandsOf({
    session: String(session.id),
    place,
    softReset: detail.capabilities.softReset.supported,
    resetOfOneEvse: detail.capabilities.resetOfOneEvse.supported,
  });
  const next = nextRung(given, orders);
  const unavailable = !mayCommand
    ? page("operatorsOnly")
    : isCutOff
      ? page("cutOff")
      : detail.connected
        ? undefined
        : action("offline");
  const cuts = (rung: Rung) => {
    const evse = orders.soft?.type === "reset" && rung === "soft" ? orders.soft.evse : undefined;
    const { sessions, energyWh } = cutByReset(connectors.filter((one) => evse === undefined || one.evse === evse));
    return action("cuts", { sessions, energy: energyWh / 1_000 });
  };
  const isOneEvse = orders.soft?.type === "reset" && orders.soft.evse !== undefined;

  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 rounded-2 border border-line-strong p-3">
      <h2 className="font-title text-13">{t("title")}</h2>
      <ol className="flex flex-col gap-2">
        {rungs.map((rung) => {
          const order = orders[rung];
          return (
            order && (
              <Step
                key={rung}
                says={
                  <>
                    {t(rung === "soft" && isOneEvse ? "says.evse" : `says.${rung}`)}{" "}
                    {(rung === "soft" || rung === "hard") && cuts(rung)}
                  </>
                }
              >
                <CommandButton
                  label={t(rung === "soft" && isOneEvse ? "do.evse" : `do.${rung}`)}
                  Icon={icons[rung]}
                  look={rung === next ? "primary" : "quiet"}
                  command={given[rung]}
                  unavailable={unavailable}
                  onPress={() => commands.send(station.id, order)}
                  onUndo={commands.undo}
                />
              </Step>
            )
          );
        })}
      </ol>
      <div className="border-line-strong border-t border-dashed pt-2">
        <Step as="div" says={t("says.books")}>
          <Button
            Icon={BookX}
            look={next === undefined ? "primary" : "quiet"}
            isDisabled={!mayDecide}
            onPress={() => setClosing(true)}
          >
            {t("do.books")}
          </Button>
        </Step>
      </div>
      <CommandFaults
        of={{
          fault: commands.fault ?? deciding.error?.message,
          isPending: deciding.isPending,
          dismiss() {
            commands.dismiss();
            deciding.reset();
          },
        }}
      >
        {isClosing && (
          <CloseRecord
            onClose={() => setClosing(false)}
            onDecide={(note) =>
              deciding.mutate(
                { id: session.id, decision: { kind: "close", note } },
                { onSuccess: () => setClosing(false) },
              )
            }
          />
        )}
      </CommandFaults>
    </section>
  );
}

function Step({ as: As = "li", says, children }: { as?: "li" | "div"; says: ReactNode; children: ReactNode }) {
  return (
    <As className="grid grid-cols-[minmax(260px,max-content)_1fr] items-center gap-3 max-md:grid-cols-1 max-md:gap-1">
      <span className="flex">{children}</span>
      <span className="text-ink-2">{says}</span>
    </As>
  );
}
