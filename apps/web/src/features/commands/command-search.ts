import { createLoader, parseAsStringLiteral } from "nuqs/server";

/** Which commands a list shows, as it stands in the address. */
export const commandSearch = { only: parseAsStringLiteral(["open", "unproven"]) };

export const loadCommandSearch = createLoader(commandSearch);
