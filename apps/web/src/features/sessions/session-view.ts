import type { SessionLimit } from "@chargehand/domain/sessions/limit";
import type { StoryPart } from "@chargehand/domain/sessions/session-story";
import type { Activity, Attention } from "@chargehand/domain/vocabulary";
import type { Sample } from "@/components/chart/sample";
import type { GlyphName } from "@/components/glyph";
import type { ConnectorState } from "../connectors/connector-state";

/** A charging session in a list. Energies in watt-hours, powers in watts. */
export interface SessionRow {
  id: string;
  station: string;
  /** The connector as people count. */
  place?: string;
  site?: string;
  token?: string;
  startedAt?: Date;
  endedAt?: Date;
  /** What goes on, while it runs. */
  activity?: Activity;
  /** Why it ended, in the station's word. */
  stopReason?: string;
  energyWh?: number;
  powerW?: number;
  stateOfCharge?: number;
  measuredAt?: Date;
  connected: boolean;
  /** Why it needs a person. */
  attention: readonly Attention[];
}

/** A session on its own page. */
export interface SessionDetail extends SessionRow {
  /** The name the station knows it by. */
  wireId?: string;
  tokenKind?: string;
  startStateOfCharge?: number;
  /** Sums as decimal text. */
  cost?: { total: string; currency: string };
  stationCost?: { total?: string; currency: string; failed?: string };
  /** The names of the tariffs by which the station counts and by which it is counted here. */
  stationTariff?: string;
  tariff?: { code: string; name: string; currency: string };
  limit?: SessionLimit;
  reservation?: number;
  peakW?: number;
  limitW?: number;
  /** What goes on, or why it ended and what else happened then. */
  story: readonly StoryPart[];
  /** Who told it to stop from here. */
  stoppedBy?: string;
  /** Who started it from here for somebody, and why; `isFree`: nobody pays. */
  helped?: { by: string; reason: string; isFree: boolean };
  /** The stations of the site that were lost at the same time. */
  dropped: readonly { station: string; at: Date; connectors: number }[];
  messageCount?: number;
  lastMessageAt?: Date;
  /** The frames that told the end, and that the station had started again. */
  endFrameId?: string;
  bootFrameId?: string;
}

/** What the chart of a session needs; all times in milliseconds. */
export interface SessionCurve {
  power: readonly Sample[];
  energy: readonly Sample[];
  stateOfCharge: readonly Sample[];
  offered: readonly Sample[];
  states: readonly { from: number; until: number; state: ConnectorState }[];
  offline: readonly { from: number; until: number }[];
  frames: readonly number[];
  /** How often the station reports, in milliseconds. */
  interval: number;
}

/** A thing that happened during a session, with its evidence. */
export interface SessionEvent {
  id: string;
  at: Date;
  who: "driver" | "station" | "operator" | "us";
  text: string;
  note?: string;
  frameId?: string;
  glyph?: GlyphName;
  isCause?: boolean;
}

/** Where a session stands: running, ended, or without a reported end. */
export function sessionPhase({ endedAt, attention }: Pick<SessionRow, "endedAt" | "attention">) {
  if (attention.includes("end-assumed")) return "assumed";
  return endedAt ? "ended" : "running";
}
