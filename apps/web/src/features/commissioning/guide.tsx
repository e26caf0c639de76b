"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CopyLine } from "@/components/copy-line";
import { SectionTitle } from "@/components/section-title";
import { Select } from "@/components/select";
import { brands, contentOf } from "./brands";

const generic = "generic";

/** Where to type it: in the maker's own words where we know them, in plain ones otherwise. */
export function Guide({ identity, address, secret }: { identity: string; address: string; secret?: string }) {
  const t = useTranslations("commissioning");
  const [chosen, setChosen] = useState(generic);
  const brand = brands.find(({ id }) => id === chosen);
  return (
    <section aria-label={t("guide")} className="flex flex-col gap-3">
      <SectionTitle>{t("guide")}</SectionTitle>
      <Select
        label={t("brand")}
        options={[{ id: generic, label: t("generic") }, ...brands.map(({ id, name }) => ({ id, label: name }))]}
        chosen={chosen}
        onChoose={setChosen}
        className="max-w-72"
      />
      {brand ? (
        <>
          <p>
            {t("goTo")} <b className="font-value">{brand.way.join(" › ")}</b>
          </p>
          {brand.fields.map(({ label, content }) => (
            <CopyLine
              key={label}
              label={label}
              text={
                typeof content === "object"
                  ? content.literal
                  : content === "secret"
                    ? (secret ?? t("secretOfThen"))
                    : contentOf(content, { identity, address })
              }
            />
          ))}
          <p className="text-12 text-ink-2">
            {t.rich("source", {
              link: (text) => (
                <a href={brand.source} target="_blank" rel="noreferrer" className="border-line-strong border-b">
                  {text}
                </a>
              ),
            })}
          </p>
        </>
      ) : (
        <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-2">
          <li>{t("tips.where")}</li>
          <li>{t("tips.names")}</li>
          <li>{t("tips.twice")}</li>
          <li>{t("tips.version")}</li>
        </ul>
      )}
    </section>
  );
}
