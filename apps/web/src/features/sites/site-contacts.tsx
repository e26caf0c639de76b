"use client";

import { useTranslations } from "next-intl";
import type { Contact } from "@/server/sites/contact";

/** Whom to ask about a site, with numbers that can be called from here. */
export function SiteContacts({ contacts }: { contacts: readonly Contact[] }) {
  const t = useTranslations("sitePage");
  if (contacts.length === 0) return <p className="py-2 text-ink-3">{t("noContacts")}</p>;
  return (
    <ul>
      {contacts.map(({ name, role, phone, email }) => (
        <li key={`${name} ${phone} ${email}`} className="border-line border-b py-1.5">
          <span className="font-value">{name}</span> {role && <span className="text-ink-2">{role}</span>}
          <span className="flex flex-wrap gap-x-4">
            {phone && (
              <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className="border-line-strong border-b hover:border-ink">
                {phone}
              </a>
            )}
            {email && (
              <a href={`mailto:${email}`} className="border-line-strong border-b hover:border-ink">
                {email}
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
