import type { VariableRef } from "@chargehand/domain/variable";

/** Variables whose value opens a door: never shown, never written through a plain form, never kept in the audit trail. */
export const isSecret = ({ name }: Pick<VariableRef, "name">) => secretNames.test(name);

/** The same for a statement, which takes no notice of the case of letters either (`~*`). */
export const secretPattern =
  "^(authorizationkey|basicauthpassword)$|password|secret|passphrase|privatekey|sharedkey|apikey";

/** What stands in a secret's place. */
export const masked = "••••••••";

const secretNames = new RegExp(secretPattern, "i");
