import { hashSecret, newSecret } from "@chargehand/db/station-secret";
import type { SignedIn } from "../context";
import type { Writer } from "../write";

/** A change that may give a station a new secret. */
export type Changer = Writer & Pick<SignedIn, "secretPepper" | "gatewayUrl">;

/** A secret as it is shown: once, and never again. `null` is the explicit "no password". */
export interface Credentials {
  id: number;
  identity: string;
  address: string;
  secret: string | null;
}

/** A fresh secret and the columns that keep it, or the columns that say that there is none. */
export function makeSecret(
  { secretPepper }: Pick<SignedIn, "secretPepper">,
  passwordless: boolean,
  securityProfile: 1 | 2 = 1,
) {
  if (passwordless) {
    return { secret: null, columns: { passwordless, secretHash: null, secretSalt: null, securityProfile: 0 } };
  }
  const secret = newSecret();
  const { hash, salt } = hashSecret(secret, secretPepper);
  return { secret, columns: { passwordless, secretHash: hash, secretSalt: salt, securityProfile } };
}
