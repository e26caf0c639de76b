"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** Says politely how many came to match, at most once in five seconds, with their sum. */
export function FreshAnnouncement({ count, isFaults }: { count: number; isFaults: boolean }) {
  const t = useTranslations("stations");
  const [said, setSaid] = useState({ count: 0, at: 0 });
  useEffect(() => {
    if (count === said.count) return;
    // The first is said at once; nobody is talked over by the next.
    const wait = Math.max(0, said.at + 5_000 - performance.now());
    const timer = setTimeout(() => setSaid({ count, at: performance.now() }), said.at === 0 ? 0 : wait);
    return () => clearTimeout(timer);
  }, [count, said]);
  return (
    <p role="status" className="sr-only">
      {said.count > 0 && t(isFaults ? "freshFaults" : "freshMatches", { count: said.count })}
    </p>
  );
}
