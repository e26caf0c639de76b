/** What is known of a session and of its end, by the clock of whoever said it. What is not known is left out. */
export interface StoryFacts {
  /** Whether its station speaks to us now. */
  connected: boolean;
  /** Who said that it is over; nobody while it runs. */
  endedBy?: "station" | "assumed" | "person";
  endedAt?: Date;
  /** When the end reached us. */
  endReceivedAt?: Date;
  /** The station said of itself that it told the end later. */
  offline: boolean;
  /** It was never said to be over, and nothing was heard for so long that it cannot go on. */
  silent: boolean;
  meterAt?: Date;
  /** Why it ended, in the station's word. */
  reason?: string;
  /** Whoever told the station to stop, from here. */
  askedBy?: string;
  /** The station's own connection around the end, unless we closed it. */
  disconnectedAt?: Date;
  reconnectedAt?: Date;
  /** When the station said that it had started again. */
  bootedAt?: Date;
  /** Other stations of the site that were lost at the same time. */
  dropped: readonly { at: Date; connectors: number }[];
}

/** What proves a part of the story. */
export type Evidence = "end" | "site" | "boot";

/** One thing the story says. Nothing is in it that the facts do not prove. */
export type StoryPart =
  | { says: "running" | "running-silent" }
  | { says: "asked" | "because" | "no-reason"; at?: Date; evidence: Evidence }
  | { says: "end-not-reported"; at?: Date }
  | { says: "others"; connectors: number; seconds: number; evidence: Evidence }
  | { says: "power-back" | "started-again"; at: Date; evidence: Evidence }
  | { says: "back" | "lost"; at: Date }
  | { says: "told-later"; at: Date; afterMs: number }
  | { says: "nobody-asked" };

/** What goes on at a session, or why it ended and what else happened then: the sentences in their order. */
export function sessionStory(facts: StoryFacts): StoryPart[] {
  const { endedBy, connected, silent, meterAt } = facts;
  if (silent || endedBy === "assumed" || endedBy === "person") return [{ says: "end-not-reported", at: meterAt }];
  if (endedBy === undefined) return [{ says: connected ? "running" : "running-silent" }];
  return [theEnd(facts), ...aroundIt(facts), ...besides(facts)];
}

const theEnd = ({ endedAt: at, askedBy, reason }: StoryFacts): StoryPart => ({
  says: askedBy !== undefined ? "asked" : reason === undefined ? "no-reason" : "because",
  at,
  evidence: "end",
});

function aroundIt(facts: StoryFacts): StoryPart[] {
  const { disconnectedAt, dropped, connected } = facts;
  const parts: StoryPart[] = [];
  const connectors = dropped.reduce((sum, one) => sum + one.connectors, 0);
  if (connectors > 0) {
    const moments = [...dropped.map(({ at }) => at), ...(disconnectedAt ? [disconnectedAt] : [])].map(Number);
    const seconds = Math.max(1, Math.ceil((Math.max(...moments) - Math.min(...moments)) / 1000));
    parts.push({ says: "others", connectors, seconds, evidence: "site" });
  }
  const back = itsReturn(facts);
  if (back) parts.push(back);
  // Its connection broke and it did not come back: whether for want of power nobody can say.
  else if (disconnectedAt && !connected) parts.push({ says: "lost", at: disconnectedAt });
  return parts;
}

/** A start proves that it had stopped; that it had no power only the station itself can say. */
function itsReturn({ reason, bootedAt, disconnectedAt, reconnectedAt }: StoryFacts): StoryPart | undefined {
  if (bootedAt) return { says: isLossOfPower(reason) ? "power-back" : "started-again", at: bootedAt, evidence: "boot" };
  if (disconnectedAt && reconnectedAt) return { says: "back", at: reconnectedAt };
  return undefined;
}

/** The word is the same in every version, whatever its case. */
const isLossOfPower = (reason: string | undefined) => reason?.toLowerCase() === "powerloss";

/** Told much later counts as late even where the station does not say that it was offline. */
const lateMs = 60_000;

function besides({ endedAt, endReceivedAt, offline, askedBy, dropped, disconnectedAt }: StoryFacts): StoryPart[] {
  const parts: StoryPart[] = [];
  const afterMs = endedAt && endReceivedAt ? endReceivedAt.getTime() - endedAt.getTime() : 0;
  if (endReceivedAt && (offline || afterMs > lateMs)) parts.push({ says: "told-later", at: endReceivedAt, afterMs });
  // Worth saying where something broke: it was not us.
  if (askedBy === undefined && (dropped.length > 0 || disconnectedAt)) parts.push({ says: "nobody-asked" });
  return parts;
}
