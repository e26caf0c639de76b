import type { CampaignStatus } from "@chargehand/domain/campaigns/campaign";
import { useTranslations } from "next-intl";
import { Glyph, type GlyphName } from "@/components/glyph";
import { Pill } from "@/components/pill";

const glyphs = {
  draft: "step-next",
  running: "proving",
  paused: "attention",
  stopping: "proving",
  stopped: "expired",
  finished: "confirmed",
} as const satisfies Record<CampaignStatus, GlyphName>;

/** How a campaign stands, as mark and word. */
export function CampaignState({ status, startsAt, now }: { status: CampaignStatus; startsAt?: Date; now: number }) {
  const t = useTranslations("campaigns");
  const waits = status === "running" && startsAt && startsAt.getTime() > now;
  return (
    <Pill
      look={status === "paused" ? "attn" : "plain"}
      mark={<Glyph name={waits ? "queued" : glyphs[status]} size={14} />}
    >
      {t(waits ? "status.scheduled" : `status.${status}`)}
    </Pill>
  );
}
