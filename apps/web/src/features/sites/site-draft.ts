import type { RouterInputs } from "@/live/router-types";
import type { SiteDetail } from "@/server/sites/by-id";
import type { Contact } from "@/server/sites/contact";

/** A site as somebody writes it down: texts, of which the empty ones say nothing. */
export interface SiteDraft {
  name: string;
  timeZone: string;
  address: string;
  latitude: number;
  longitude: number;
  contacts: readonly Contact[];
  accessNotes: string;
  quietFrom: string;
  quietTo: string;
}

/** A site to be changed, or a new one that is where its writer is. */
export const draftOf = (site?: SiteDetail): SiteDraft => ({
  name: site?.name ?? "",
  timeZone: site?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
  address: site?.address ?? "",
  latitude: site?.latitude ?? Number.NaN,
  longitude: site?.longitude ?? Number.NaN,
  contacts: site?.contacts ?? [],
  accessNotes: site?.accessNotes ?? "",
  quietFrom: site?.quietFrom ?? "",
  quietTo: site?.quietTo ?? "",
});

export type SaidOfSite = Required<Omit<RouterInputs["sites"]["change"], "id">>;

/** What the server is told of a draft; what was emptied is taken away. */
export const saidOf = (draft: SiteDraft): SaidOfSite => ({
  name: draft.name,
  timeZone: draft.timeZone,
  address: draft.address,
  position:
    Number.isNaN(draft.latitude) || Number.isNaN(draft.longitude)
      ? null
      : { latitude: draft.latitude, longitude: draft.longitude },
  contacts: draft.contacts.filter(({ name, phone, email, role }) => name || phone || email || role),
  accessNotes: draft.accessNotes,
  quiet: draft.quietFrom && draft.quietTo ? { from: draft.quietFrom, to: draft.quietTo } : null,
});

/** The half of a pair that is missing, if one is. */
export function halfOf({ latitude, longitude, quietFrom, quietTo }: SiteDraft): "position" | "quiet" | undefined {
  if (Number.isNaN(latitude) !== Number.isNaN(longitude)) return "position";
  return (quietFrom === "") !== (quietTo === "") ? "quiet" : undefined;
}
