import type { CampaignStatus } from "@chargehand/domain/campaigns/campaign";
import { useTranslations } from "next-intl";
import { Glyph, type GlyphName } from "@/components/glyph";
import { Pill } from "@/components/pill";
import { type CampaignStanding, standingOf } from "./standing-of";

const glyphs = {
  draft: "step-next",
  scheduled: "queued",
  running: "proving",
  paused: "attention",
  stopping: "proving",
  stopped: "expired",
  finished: "confirmed",
} as const satisfies Record<CampaignStanding, GlyphName>;

/** How a campaign stands, as mark and word. */
export function CampaignState({ status, startsAt, now }: { status: CampaignStatus; startsAt?: Date; now: number }) {
  const t = useTranslations("campaigns");
  const standing = standingOf({ status, startsAt }, now);
  return (
    <Pill look={standing === "paused" ? "attn" : "plain"} mark={<Glyph name={glyphs[standing]} size={14} />}>
      {t(`status.${standing}`)}
    </Pill>
  );
}
