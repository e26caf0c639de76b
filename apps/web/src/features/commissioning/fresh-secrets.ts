/** What a charger must be told to find us. The secret exists in clear only here. */
export interface StationCredentials {
  identity: string;
  /** The whole address, with the identity at its end. */
  address: string;
  secret: string;
}

// In the memory of this page alone: it survives the way from one page to the next, and no reload.
const kept = new Map<string, StationCredentials>();

/** Keeps a secret that was just made until somebody says that it is written down. */
export const keepFresh = (credentials: StationCredentials) => void kept.set(credentials.identity, credentials);

export const freshSecretOf = (identity: string) => kept.get(identity);

export const forgetFresh = (identity: string) => void kept.delete(identity);
