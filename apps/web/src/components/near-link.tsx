"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link whose page is fetched ahead when somebody comes near it. One that only has to be in sight for that asks for all
 * places of the console at once, while the first of them is still being drawn.
 */
export function NearLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  const [isNear, setNear] = useState(false);
  const come = () => setNear(true);
  return <Link {...props} prefetch={isNear ? null : false} onPointerEnter={come} onPointerDown={come} onFocus={come} />;
}
