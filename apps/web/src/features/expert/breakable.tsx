import { Fragment } from "react";

/** A path or a name of the wire that may wrap before each of its words, and not within one. */
export const Breakable = ({ name }: { name: string }) =>
  name.split(/(?=[.[])|(?<=[a-z\d])(?=[A-Z])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
