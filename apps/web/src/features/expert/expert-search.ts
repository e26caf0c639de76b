import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** What is on the bench, as it stands in the address: a call, how it is written, and the command whose consequences are shown. */
export const expertSearch = {
  action: parseAsString,
  view: parseAsStringLiteral(["form", "raw"]).withDefault("form"),
  sent: parseAsInteger,
};

export const loadExpertSearch = createLoader(expertSearch);
