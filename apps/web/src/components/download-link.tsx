import { Download } from "lucide-react";

/** Leads to a file that is written while it is sent. */
export function DownloadLink({ href, label }: { href: string; label: string }) {
  return (
    <a
      href={href}
      download
      aria-label={label}
      title={label}
      className="inline-flex size-7 items-center justify-center rounded-1 text-ink-2 hover:bg-hover hover:text-ink print:hidden"
    >
      <Download aria-hidden="true" size={16} strokeWidth={1.5} />
    </a>
  );
}
