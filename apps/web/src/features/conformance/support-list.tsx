"use client";

import { commandTypes, triggerMessages } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import type { Capabilities, Support } from "@/server/commands/support";

/** What a station can be told, one a line, and of what it cannot, why. */
export function SupportList({ capabilities, isConnected }: { capabilities: Capabilities; isConnected: boolean }) {
  const t = useTranslations("conformance");
  const command = useTranslations("command");
  const action = useTranslations("action");
  const lines: readonly Line[] = [
    ...commandTypes.map((type) => ({ id: type, name: command(`kind.${type}`), support: capabilities.commands[type] })),
    { id: "reset-one", name: t("resetOne"), support: capabilities.resetOfOneEvse },
    ...triggerMessages.map((message) => ({
      id: `ask ${message}`,
      name: t("askFor", { message: action(`message.${message}`) }),
      support: capabilities.triggers[message],
    })),
  ];
  const [able, unable] = [lines.filter(({ support }) => support.supported), lines.filter(isUnable)];
  return (
    <>
      {!isConnected && <p className="pt-2 text-ink-2">{t("away")}</p>}
      <h3 className="pt-3 text-13">{t("cannot", { count: unable.length })}</h3>
      <ul>
        {unable.map(({ id, name, support }) => (
          <li key={id} className="flex gap-2 border-line border-b py-1.5">
            <Glyph name="out-of-service" className="mt-0.5" />
            <span className="min-w-0">
              <span className="font-value">{name}</span>
              <span className="block text-12 text-ink-2">{support.reason}</span>
            </span>
          </li>
        ))}
      </ul>
      <h3 className="pt-4 text-13">{t("can", { count: able.length })}</h3>
      <ul className="columns-2 gap-x-6 pt-1 max-md:columns-1">
        {able.map(({ id, name }) => (
          <li key={id} className="flex break-inside-avoid gap-2 py-0.5">
            <Glyph name="confirmed" className="mt-0.5" />
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

interface Line {
  id: string;
  name: string;
  support: Support;
}

const isUnable = (line: Line): line is Line & { support: Extract<Support, { supported: false }> } =>
  !line.support.supported;
