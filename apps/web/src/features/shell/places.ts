import {
  ArrowLeftRight,
  Ban,
  ChartNoAxesColumn,
  EvCharger,
  FileClock,
  Gauge,
  Handshake,
  Layers,
  ListChecks,
  type LucideIcon,
  MapPin,
  Nfc,
  Package,
  PlugZap,
  ScanLine,
  Settings,
  SlidersHorizontal,
  TriangleAlert,
} from "lucide-react";
import { addresses } from "../addresses";

/** A place the rail leads to. */
export interface Place {
  id:
    | "now"
    | "issues"
    | "changes"
    | "shift"
    | "stations"
    | "sites"
    | "sessions"
    | "messages"
    | "commands"
    | "campaigns"
    | "firmware"
    | "config"
    | "tokens"
    | "reports"
    | "refusals"
    | "field"
    | "settings";
  href: string;
  Icon: LucideIcon;
  /** Apart from the others, at the foot of the rail. */
  isAtFoot?: boolean;
}

/** The rail, in the order of a working day. */
export const places: readonly Place[] = [
  { id: "now", href: addresses.now, Icon: Gauge },
  { id: "issues", href: addresses.issues, Icon: TriangleAlert },
  { id: "stations", href: addresses.stations, Icon: EvCharger },
  { id: "sites", href: addresses.sites, Icon: MapPin },
  { id: "sessions", href: addresses.sessions, Icon: PlugZap },
  { id: "messages", href: addresses.messages, Icon: ArrowLeftRight },
  { id: "commands", href: addresses.commands, Icon: ListChecks },
  { id: "campaigns", href: addresses.campaigns, Icon: Layers },
  { id: "firmware", href: addresses.firmware, Icon: Package },
  { id: "config", href: addresses.config, Icon: SlidersHorizontal },
  { id: "tokens", href: addresses.tokens, Icon: Nfc },
  { id: "changes", href: addresses.changes, Icon: FileClock },
  { id: "shift", href: addresses.shift, Icon: Handshake },
  { id: "reports", href: addresses.reports, Icon: ChartNoAxesColumn },
  { id: "refusals", href: addresses.refusals, Icon: Ban },
  { id: "settings", href: addresses.settings, Icon: Settings, isAtFoot: true },
];

/** Where somebody goes who stands before a station, with a phone. */
const field: Place = { id: "field", href: addresses.field, Icon: ScanLine };

/** On a phone four places stand at the thumb, the others behind "more": whoever may tell stations something goes out to them. */
export function phonePlaces({ mayCommand }: { mayCommand: boolean }): { near: Place[]; far: Place[] } {
  const thumb: Place["id"][] = ["now", "stations", "sessions", mayCommand ? "field" : "messages"];
  const all = mayCommand ? [...places, field] : places;
  return { near: all.filter(({ id }) => thumb.includes(id)), far: all.filter(({ id }) => !thumb.includes(id)) };
}

/** Whether a page belongs to a place. */
export const isAt = (pathname: string, { href }: Place) =>
  href === addresses.now ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);
