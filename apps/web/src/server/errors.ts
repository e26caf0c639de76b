import type { Permission } from "./permissions";

/** Something named in a request is not there. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** Whoever asks may not do this; the sentence names the permission. */
export class Forbidden extends Error {
  override name = "Forbidden";

  constructor(permission: Permission) {
    super(`This needs the permission ${permission}; an operator has it, and may give it to a key.`);
  }
}

/** The request contradicts what is already so; the sentence tells the operator what. */
export class Conflict extends Error {
  override name = "Conflict";
}

/** It could be done at another time or in another way; the sentence tells the operator which. */
export class Refused extends Error {
  override name = "Refused";
}

/** The station is not connected, and whoever asks did not want to wait for it. */
export class Offline extends Refused {
  override name = "Offline";
}

/** The station's version has no words for it; where there are words and they break its schema, `path` says where. */
export class Unsayable extends Refused {
  override name = "Unsayable";

  constructor(
    message: string,
    readonly path?: string,
  ) {
    super(message);
  }
}
