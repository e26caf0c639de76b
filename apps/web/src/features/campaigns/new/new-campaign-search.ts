import { parseAsBoolean, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { draftKinds } from "./draft";

/** Where a new campaign begins, as the address says it; its stations by a filter are `q`, as in the list of stations. */
export const newCampaignSearch = {
  kind: parseAsStringLiteral(draftKinds).withDefault("firmware"),
  /** The stations that were picked one by one. */
  picked: parseAsBoolean.withDefault(false),
  /** The stations that this campaign has reached. */
  reached: parseAsInteger,
  image: parseAsInteger,
};
