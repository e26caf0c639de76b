import { useTranslations } from "next-intl";
import { addresses } from "../addresses";

/** The photo of a note, small; the whole one is kept by whoever presses it. */
export function NotePhoto({ id, text }: { id: number; text: string }) {
  const t = useTranslations("notes");
  return (
    <a href={addresses.photo(id)} download className="inline-block">
      {/* biome-ignore lint/performance/noImgElement: it is handed out to who may see it only, so nobody may keep a copy. */}
      <img
        src={addresses.photo(id)}
        alt={t("photo", { text })}
        loading="lazy"
        className="max-h-48 max-w-full border border-line-strong"
      />
    </a>
  );
}
