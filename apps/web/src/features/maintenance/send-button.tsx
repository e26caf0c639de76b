"use client";

import { Button } from "@/components/button";

/** A button that tells the station something; where it cannot, it keeps its place and says why. */
export function SendButton({
  label,
  blocked,
  onPress,
}: {
  label: string;
  blocked: string | undefined;
  onPress: () => void;
}) {
  return (
    <span title={blocked}>
      <Button
        size="row"
        isDisabled={blocked !== undefined}
        aria-label={blocked ? `${label}: ${blocked}` : undefined}
        onPress={onPress}
      >
        {label}
      </Button>
    </span>
  );
}
