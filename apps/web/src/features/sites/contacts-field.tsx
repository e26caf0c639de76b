"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { IconButton } from "@/components/icon-button";
import { TextField } from "@/components/text-field";
import type { Contact } from "@/server/sites/contact";

/** Whom to ask about a site, as many as there are. */
export function ContactsField({
  contacts,
  onChange,
}: {
  contacts: readonly Contact[];
  onChange: (contacts: readonly Contact[]) => void;
}) {
  const t = useTranslations("siteForm");
  const change = (place: number, said: Partial<Contact>) =>
    onChange(contacts.map((contact, at) => (at === place ? { ...contact, ...said } : contact)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-12 text-ink-2">{t("contacts")}</legend>
      {contacts.map((contact, place) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and are only added at the end.
          key={place}
          className="grid grid-cols-[1fr_1fr_auto] items-end gap-2"
        >
          <TextField
            label={t("contactName", { number: place + 1 })}
            value={contact.name}
            onChange={(name) => change(place, { name })}
            isRequired
          />
          <TextField label={t("contactRole")} value={contact.role} onChange={(role) => change(place, { role })} />
          <IconButton
            Icon={X}
            label={t("removeContact", { number: place + 1 })}
            onPress={() => onChange(contacts.filter((_, at) => at !== place))}
          />
          <TextField
            label={t("contactPhone")}
            type="tel"
            value={contact.phone}
            onChange={(phone) => change(place, { phone })}
          />
          <TextField
            label={t("contactEmail")}
            type="email"
            value={contact.email}
            onChange={(email) => change(place, { email })}
          />
        </div>
      ))}
      <div>
        <Button
          Icon={Plus}
          size="row"
          isDisabled={contacts.length >= 20}
          onPress={() => onChange([...contacts, { name: "", role: "", phone: "", email: "" }])}
        >
          {t("addContact")}
        </Button>
      </div>
    </fieldset>
  );
}
