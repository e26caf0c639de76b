"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Dense } from "@/components/density";
import { Keys } from "@/components/keys/use-keys";
import { CutOffFromNews } from "@/components/stale-value";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import type { Role } from "@/server/permissions";
import { CommandFault } from "../commands/command-fault";
import { CommandTrayContainer } from "../commands/command-tray-container";
import { useCommands } from "../commands/use-commands";
import { ConnectionPill } from "../live/connection-pill";
import { TellTime } from "../preferences/site-time";
import { type Choices, ChoicesAtHand } from "../preferences/use-choice";
import { signOut } from "../sign-in/session";
import { PaletteButton } from "./palette-button";
import type { RailCounts } from "./rail";
import { Shell } from "./shell";
import { Stepper } from "./stepper";
import { useConsoleKeys } from "./use-console-keys";
import { UserMenu } from "./user-menu";

interface Props {
  person: { name: string; email: string; role: Role };
  choices: Choices;
  children: ReactNode;
}

/** The frame around every page, as this person likes it, with its numbers kept by the stream of changes. */
export function ShellLive({ choices, ...props }: Props) {
  return (
    <ChoicesAtHand value={choices}>
      <TellTime clock={choices.clock} timeZone={choices.timeZone}>
        <Dense density={choices.density}>
          <Keys singles={choices.keys === "on"}>
            <Frame rail={choices.rail} {...props} />
          </Keys>
        </Dense>
      </TellTime>
    </ChoicesAtHand>
  );
}

function Frame({ person: { name, email, role }, rail, children }: Omit<Props, "choices"> & { rail: Choices["rail"] }) {
  const t = useTranslations("user");
  const stream = useStreamState();
  const commands = useCommands();
  const [given, setGiven] = useState(0);
  const { openPalette, copied, overlay } = useConsoleKeys({
    onSend(station, command, atOnce) {
      setGiven((count) => count + 1);
      commands.send(station, command, { atOnce });
    },
    onSupport(start) {
      setGiven((count) => count + 1);
      commands.startForSupport(start);
    },
  });
  return (
    <>
      <Shell
        rail={rail}
        counts={useRailCounts()}
        stepper={<Stepper />}
        search={<PaletteButton onPress={openPalette} />}
        pill={
          <>
            {copied}
            <ConnectionPill state={stream} />
          </>
        }
        user={<UserMenu person={{ name, email, role: t(`role.${role}`) }} onSignOut={signOut} />}
        tray={
          <>
            {commands.fault && <CommandFault text={commands.fault} onDismiss={commands.dismiss} />}
            <CommandTrayContainer given={given} />
          </>
        }
      >
        <CutOffFromNews isCutOff={stream.is === "offline"}>{children}</CutOffFromNews>
      </Shell>
      {overlay}
    </>
  );
}

function useRailCounts(): RailCounts {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.now.rail.queryOptions());
  if (!data) return {};
  const { stations, faulted, waiting, openSessions, unproven, refused, issues, critical } = data;
  return {
    issues: { count: issues || undefined, alarm: critical ? "fault" : issues > 0 ? "attn" : undefined },
    stations: { count: stations, alarm: faulted ? "fault" : waiting > 0 ? "attn" : undefined },
    sessions: { count: openSessions },
    commands: { count: unproven || undefined, alarm: unproven > 0 ? "attn" : undefined },
    refusals: { count: refused || undefined, alarm: refused > 0 ? "attn" : undefined },
  };
}
