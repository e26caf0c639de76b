"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CutOffFromNews } from "@/components/stale-value";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import type { Role } from "@/server/permissions";
import { CommandTrayContainer } from "../commands/command-tray-container";
import { ConnectionPill } from "../live/connection-pill";
import type { Preferences } from "../preferences/preferences";
import { signOut } from "../sign-in/session";
import type { RailCounts } from "./rail";
import { Shell } from "./shell";
import { UserMenu } from "./user-menu";

/** The frame around every page, with its numbers kept by the stream of changes. */
export function ShellLive({
  person: { name, email, role },
  preferences: { rail, theme },
  children,
}: {
  person: { name: string; email: string; role: Role };
  preferences: Pick<Preferences, "rail" | "theme">;
  children: ReactNode;
}) {
  const t = useTranslations("user");
  const stream = useStreamState();
  return (
    <Shell
      rail={rail}
      counts={useRailCounts()}
      pill={<ConnectionPill state={stream} />}
      user={<UserMenu person={{ name, email, role: t(`role.${role}`) }} theme={theme} onSignOut={signOut} />}
      tray={<CommandTrayContainer />}
    >
      <CutOffFromNews isCutOff={stream.is === "offline"}>{children}</CutOffFromNews>
    </Shell>
  );
}

function useRailCounts(): RailCounts {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.now.rail.queryOptions());
  if (!data) return {};
  const { stations, faulted, waiting, openSessions, unproven, refused } = data;
  return {
    stations: { count: stations, alarm: faulted ? "fault" : waiting > 0 ? "attn" : undefined },
    sessions: { count: openSessions },
    commands: { count: unproven || undefined, alarm: unproven > 0 ? "attn" : undefined },
    refusals: { count: refused || undefined, alarm: refused > 0 ? "attn" : undefined },
  };
}
