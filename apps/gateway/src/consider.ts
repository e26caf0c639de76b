import type { Changes } from "@chargehand/domain/change";
import { decide, factsNeeded } from "@chargehand/domain/decide";
import type { Circumstances, Decision } from "@chargehand/domain/decision";
import type { Facts } from "@chargehand/domain/facts";
import type { Report } from "@chargehand/domain/report";
import type { StationState } from "@chargehand/domain/station-state";
import { fetchFacts } from "./fetch-facts";
import type { House } from "./house";

/** Asks the domain about a report, fetching what it must know; mostly all of it is in hand. */
export async function consider(
  state: StationState,
  report: Report,
  circumstances: Circumstances,
  house: Pick<House, "facts">,
): Promise<Decision> {
  let facts: Facts = {};
  for (let needed = factsNeeded(state, report, facts, circumstances); needed.length > 0; ) {
    facts = { ...facts, ...(await fetchFacts(house, state.id, needed)) };
    needed = factsNeeded(state, report, facts, circumstances);
  }
  return decide(state, report, facts, circumstances);
}

/** Two decisions as one, so that they are written together; the second was made on the state of the first. */
export function both(first: Decision, second: Decision): Decision {
  return {
    ...second,
    changes: bothChanges(first.changes, second.changes),
    events: [...first.events, ...second.events],
    notes: [...first.notes, ...second.notes],
  };
}

function bothChanges(first: Changes, second: Changes): Changes {
  return {
    station: { ...first.station, ...second.station },
    connectors: [...(first.connectors ?? []), ...(second.connectors ?? [])],
    opened: [...(first.opened ?? []), ...(second.opened ?? [])],
    updated: [...(first.updated ?? []), ...(second.updated ?? [])],
    samples: [...(first.samples ?? []), ...(second.samples ?? [])],
    variables: [...(first.variables ?? []), ...(second.variables ?? [])],
    vendorMessages: [...(first.vendorMessages ?? []), ...(second.vendorMessages ?? [])],
    variablesSince: second.variablesSince ?? first.variablesSince,
    holdings: [...(first.holdings ?? []), ...(second.holdings ?? [])],
    commands: [...(first.commands ?? []), ...(second.commands ?? [])],
    followUps: [...(first.followUps ?? []), ...(second.followUps ?? [])],
  };
}
