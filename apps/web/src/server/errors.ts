/** Something named in a request is not there. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** The request contradicts what is already so; the sentence tells the operator what. */
export class Conflict extends Error {
  override name = "Conflict";
}

/** It could be done at another time or in another way; the sentence tells the operator which. */
export class Refused extends Error {
  override name = "Refused";
}
