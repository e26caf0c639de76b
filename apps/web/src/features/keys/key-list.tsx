"use client";

import { useTranslations } from "next-intl";
import { KeyCap } from "@/components/key-hint";
import { type KeyId, type KeyScope, keyIds, keyTable } from "@/components/keys/key-table";

const groups = [
  { where: "page", scopes: ["everywhere", "page"] },
  { where: "list", scopes: ["list"] },
  { where: "station", scopes: ["station"] },
] as const satisfies { where: string; scopes: KeyScope[] }[];

/** Every key there is, and where it acts; made from the same table that the keys are read by. */
export function KeyList() {
  const t = useTranslations("keys");
  return (
    <div className="columns-2 gap-8 max-md:columns-1">
      {groups.map(({ where, scopes }) => (
        <section key={where} aria-label={t(`where.${where}`)} className="mb-4 break-inside-avoid">
          <h3 className="mb-1 text-12 text-ink-3">{t(`where.${where}`)}</h3>
          <dl>
            {keyIds
              .filter((id) => scopes.some((scope) => scope === keyTable[id].scope))
              .map((id) => (
                <div key={id} className="flex min-h-7 items-center gap-3 border-line border-b">
                  <dt className="flex-1">{t(`does.${id}`)}</dt>
                  <dd>
                    <Presses id={id} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Presses({ id }: { id: KeyId }) {
  const t = useTranslations("keys");
  return (
    <span className="flex items-center gap-1">
      <span className="sr-only">{keyTable[id].presses.join(` ${t("or")} `)}</span>
      {keyTable[id].presses.map((press) => (
        <KeyCap key={press} press={press} />
      ))}
    </span>
  );
}
