import { useTranslations } from "next-intl";
import { useDated } from "@/components/use-dated";
import type { IssueRow } from "@/server/issues/list";
import type { ShiftFacts } from "@/server/shift/facts";
import { type CampaignStanding, standingOf } from "../campaigns/standing-of";
import { useCommandWords } from "../commands/command-words";
import { useIssueTitle } from "../issues/issue-words";
import type { HandoverText } from "./markdown-of";

/** Says the facts of a shift, section by section, in lines that need no page around them. */
export function useHandoverText(): (facts: ShiftFacts, about: { notes: string; at: Date }) => HandoverText {
  const t = useTranslations("shift");
  const issues = useTranslations("issues");
  const standing = useTranslations("campaigns.status");
  const title = useIssueTitle();
  const command = useCommandWords();
  const time = useDated();
  const line = (issue: IssueRow, ...more: string[]) =>
    [
      `${issues(`severity.${issue.severity}`)}: ${title(issue)}`,
      [issue.site?.name, issue.station?.identity].filter(Boolean).join(" "),
      ...more,
    ]
      .filter((part) => part !== "")
      .join(" · ");

  /** What goes on by itself, apart from what waits for a person and from what has yet to begin. */
  function campaignSections(campaigns: ShiftFacts["campaigns"], at: Date): HandoverText["sections"] {
    const of = (...those: readonly CampaignStanding[]) =>
      campaigns.filter((campaign) => those.includes(standingOf(campaign, at.getTime())));
    const [running, paused, scheduled] = [of("running", "stopping"), of("paused"), of("scheduled")];
    return [
      {
        title: t("campaigns", { count: running.length }),
        lines: running.map(({ name, status }) => (status === "running" ? name : `${name} · ${standing(status)}`)),
        none: t("noCampaigns"),
      },
      {
        title: t("paused", { count: paused.length }),
        lines: paused.map(({ name, reason }) => (reason ? `${name} · ${reason}` : name)),
        none: "",
      },
      {
        title: t("scheduled", { count: scheduled.length }),
        lines: scheduled.map(({ name, startsAt }) =>
          startsAt ? `${name} · ${t("begins", { time: time(startsAt) })}` : name,
        ),
        none: "",
      },
    ].filter(({ lines, none }) => lines.length > 0 || none !== "");
  }

  return ({ open, unproven, muted, healed, campaigns, counts, since }, { notes, at }) => ({
    title: t("headline", { from: time(since), until: time(at) }),
    notes,
    sections: [
      {
        title: t("counts"),
        lines: [
          t("countLine", {
            opened: counts.opened,
            healed: counts.healed,
            sessions: counts.sessions,
            energy: Math.round(counts.energyWh / 1000),
          }),
        ],
        none: "",
      },
      ...byOwner(open).map(([owner, rows]) => ({
        title: owner ? t("open", { owner, count: rows.length }) : t("openNobodys", { count: rows.length }),
        lines: rows.map((issue) =>
          line(issue, issues(`state.${issue.state}`), t("sinceTime", { time: time(issue.openedAt) })),
        ),
        none: "",
      })),
      ...(open.length === 0 ? [{ title: t("openNone"), lines: [], none: t("noOpen") }] : []),
      {
        title: t("unproven", { count: unproven.length }),
        lines: unproven.map((one) => `${command.title(one)} · ${one.station} · ${time(one.createdAt)} · ${one.by}`),
        none: t("noUnproven"),
      },
      {
        title: t("muted", { count: muted.length }),
        lines: muted.map((issue) =>
          line(issue, issue.mutedUntil ? issues("until", { time: time(issue.mutedUntil) }) : ""),
        ),
        none: t("noMuted"),
      },
      ...campaignSections(campaigns, at),
      {
        title: t("healed", { count: healed.length }),
        lines: healed.map((issue) =>
          line(issue, t("fromTo", { from: time(issue.openedAt), to: issue.resolvedAt ? time(issue.resolvedAt) : "" })),
        ),
        none: t("noHealed"),
      },
    ],
  });
}

/** Those that nobody has come first. */
function byOwner(issues: readonly IssueRow[]): [owner: string | undefined, issues: IssueRow[]][] {
  const owners = new Map<string | undefined, IssueRow[]>();
  for (const issue of issues) {
    const others = owners.get(issue.owner?.name);
    if (others) others.push(issue);
    else owners.set(issue.owner?.name, [issue]);
  }
  return [...owners].toSorted(([a], [b]) => Number(a !== undefined) - Number(b !== undefined));
}
