import type { VariableRef } from "@chargehand/domain/variable";

/** Variables whose value opens a door: never shown, never written through a plain form, never kept in the audit trail. */
export const isSecret = ({ name }: Pick<VariableRef, "name">) => secretNames.test(name);

/** What stands in a secret's place. */
export const masked = "••••••••";

const secretNames = /^(authorizationkey|basicauthpassword)$|password|secret|passphrase|privatekey|sharedkey|apikey/i;
