import type { DomainEvent } from "@chargehand/domain/event";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { addresses } from "../addresses";
import { useEventWords } from "../sessions/use-session-events";

/** A change at a station in words, with the page that shows it. */
export interface Change {
  place?: string;
  text: string;
  note?: string;
  href?: string;
}

/** Says what changed at a station; nothing for what is no news by itself. */
export function useChangeWords(station: string) {
  const t = useTranslations("expert.change");
  const say = useEventWords();
  return useCallback(
    (event: DomainEvent): Change | undefined => {
      const href = hrefOf(event, station);
      if (event.type === "variables.reported") return { text: t("variables", { count: event.count }), href };
      if (event.type === "station.changed") return { text: t("station"), href };
      if (event.type === "holdings.changed") return { text: t("holdings"), note: event.kinds.map(spelled).join(", ") };
      if (!isTold.test(event.type)) return { text: t("other", { what: spelled(event.type) }) };
      const said = say(event);
      return said && { place: placeOf(event), text: said.text, note: said.note, href };
    },
    [t, say, station],
  );
}

/** What has words of its own, and none where it is no news. */
const isTold = /^(station|connector|session|command)\./;

/** Our own word for something, as people write it. */
const spelled = (word: string) => word.replaceAll(/[.-]/g, " ");

function hrefOf(event: DomainEvent, station: string): string | undefined {
  if ("session" in event) return addresses.session(String(event.session));
  if (event.type === "variables.reported") return addresses.stationVariables(station);
  if (event.type === "station.connected" || event.type === "station.disconnected") {
    return addresses.stationConnections(station);
  }
  return event.type === "command.changed" ? addresses.commands : addresses.station(station);
}

function placeOf(event: DomainEvent): string | undefined {
  if ("evse" in event) return event.connector ? `${event.evse}/${event.connector}` : String(event.evse);
  if (!("place" in event) || !event.place) return undefined;
  const { evse, connector } = event.place;
  return connector === undefined ? String(evse) : `${evse}/${connector}`;
}
