import Link from "next/link";

/** A station's identity as a link to its page. In a grid the row is the stop for the keys, so the link is none. */
export function StationName({ identity, href }: { identity: string; href: string }) {
  return (
    <Link href={href} tabIndex={-1} prefetch={false} className="mono font-value text-ink hover:underline">
      {identity}
    </Link>
  );
}
