/** Rings at most once per `everyMs`: at once when it was silent, and once more for all that came in between. */
export function createBell(ring: () => void, everyMs: number) {
  let resting: NodeJS.Timeout | undefined;
  let again = false;

  function press() {
    if (resting) {
      again = true;
      return;
    }
    ring();
    resting = setTimeout(() => {
      resting = undefined;
      if (!again) return;
      again = false;
      press();
    }, everyMs);
  }

  return {
    press,
    /** Rings what is still owed, and no more. */
    stop() {
      clearTimeout(resting);
      if (again) ring();
      again = false;
    },
  };
}
