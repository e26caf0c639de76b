import type { DomainEventType } from "@chargehand/domain/event";

/** Every type of event with what it tells, in the order in which a reader looks for them. */
export const eventTypes = {
  "station.connected": "A station opened its connection.",
  "station.disconnected": "A station's connection ended.",
  "station.booted": "A station said that it started, and what it is.",
  "station.changed": "A person or a program changed what we keep of a station.",
  "connector.available": "A connector is free.",
  "connector.occupied": "A connector is in use.",
  "connector.reserved": "A connector is kept for somebody.",
  "connector.unavailable": "A connector is out of service.",
  "connector.faulted": "A connector reported a fault.",
  "connector.activity": "Something else goes on at a connector that stays as it is.",
  "session.started": "A charging session began.",
  "session.updated": "Something about a running session changed.",
  "session.ended": "A charging session ended.",
  "session.attention": "A session has something a person should look at.",
  "session.decided": "A person decided about a session that does not add up, or took a decision back.",
  "command.changed": "A command was placed, sent, answered, proven, or did not get that far.",
  "variables.reported": "A station reported variables.",
  "vendor.message": "A station sent a message of its vendor's own.",
  "connection.refused": "Somebody asked for a connection and was turned away.",
  "holdings.changed": "What a station holds changed: reservations, profiles, messages, work under way.",
  "file.received": "A station sent a file that it was asked for.",
  "file.refused": "A file that a station sent was not taken.",
  "firmware.changed": "Firmware was added to the library, changed, or removed from it.",
  "firmware.served": "A station fetches firmware from us: it began, got on, has it whole, or was cut off.",
  "security.reported": "A station reported something about its security.",
  "alert.opened": "Something about a station is not as it should be.",
  "alert.cleared": "What was not as it should be is over.",
  "campaign.changed": "The same work on many stations got further, or was stopped.",
  "issue.opened": "Something goes wrong, or does so again: one issue for all that is most likely the same trouble.",
  "issue.acknowledged": "Somebody looks after an issue.",
  "issue.resolved": "What was wrong is over, as the station itself shows, or as somebody says.",
  "issue.changed": "Something else about an issue changed.",
  "site.changed": "A person or a program changed what we keep of a site.",
  "token.changed": "A token was added, changed or removed.",
  "configuration.compared": "Stations came to be as their templates say, or something else.",
  "template.changed": "What stations are to be set to was added, changed or removed.",
} as const satisfies Record<DomainEventType, string>;

/** The names of all types of events. */
export const eventTypeNames: readonly DomainEventType[] = Object.keys(eventTypes).filter(isEventType);

/** Whether a word names a type of event. */
export function isEventType(word: string): word is DomainEventType {
  return Object.hasOwn(eventTypes, word);
}
