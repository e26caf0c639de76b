/** A failure that a person can act on: its message is one whole sentence, printed as it is and without a stack. */
export class Sentence extends Error {
  override name = "Sentence";
}
