import { z } from "zod";

const line = (most: number) => z.string().trim().max(most);

/** Somebody to ask about a site. */
export const contact = z.object({
  name: line(200).min(1, "A contact needs a name."),
  /** What for: keys, power, the landlord. */
  role: line(200).default(""),
  phone: line(60).default(""),
  email: z.union([z.literal(""), z.email("This is no e-mail address.")]).default(""),
});
export type Contact = z.output<typeof contact>;

const stored = z.array(contact);

/** Contacts as they were kept. */
export const contactsOf = (kept: unknown): Contact[] => stored.safeParse(kept).data ?? [];
