"use client";

import { Ban, CircleCheck, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { Button } from "@/components/button";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { IconButton } from "@/components/icon-button";
import { RelativeTime } from "@/components/relative-time";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import { type TokenKind, type TokenRow, tokenKinds, tokenStatus } from "./token-view";

/** All tokens that we know, each with its one action: block, or let in again. */
export function TokensTable({
  tokens,
  activeId,
  onActivate,
  onBlock,
  onRemove,
  busyId,
  onEndReached,
  total,
  empty,
}: {
  tokens: readonly TokenRow[];
  activeId?: string;
  onActivate: (id: string) => void;
  /** Absent for people who may not. */
  onBlock?: (token: TokenRow, blocked: boolean) => void;
  onRemove?: (token: TokenRow) => void;
  busyId?: string;
  onEndReached?: () => void;
  total?: number;
  empty: ReactNode;
}) {
  const t = useTranslations("tokens");
  const columns = useTokenColumns(onBlock, onRemove, busyId);
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={tokens}
      rowId={tokenId}
      total={total}
      activeId={activeId}
      onActivate={onActivate}
      onEndReached={onEndReached}
      density="compact"
      empty={empty}
    />
  );
}

const tokenId = ({ id }: TokenRow) => id;

function useTokenColumns(
  onBlock: ((token: TokenRow, blocked: boolean) => void) | undefined,
  onRemove: ((token: TokenRow) => void) | undefined,
  busyId: string | undefined,
) {
  const t = useTranslations("tokens");
  const kinds = useTranslations("token");
  return useMemo(() => {
    const column = columnsOf<TokenRow>();
    return column.columns([
      column.accessor("value", {
        header: t("value"),
        meta: { width: 190, grow: 1 },
        cell: ({ getValue }) => <span className="mono font-value">{getValue()}</span>,
      }),
      column.display({
        id: "status",
        header: t("status"),
        meta: { width: 130 },
        cell: ({ row }) => <Status token={row.original} />,
      }),
      column.accessor("kind", {
        header: t("kind"),
        meta: { width: 150 },
        cell: ({ getValue }) => {
          const kind = tokenKinds.find((known) => known === getValue());
          return <span className="text-ink-2">{kind ? kinds(`kind.${kind}` as `kind.${TokenKind}`) : getValue()}</span>;
        },
      }),
      column.accessor("group", {
        header: t("group"),
        meta: { width: 130, grow: 1 },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue()}</span>,
      }),
      column.accessor("charging", {
        header: t("chargingAt"),
        meta: { width: 150 },
        cell: ({ getValue }) => {
          const charging = getValue();
          return (
            charging && (
              <TextLink href={addresses.session(charging.sessionId)} isMono inRow>
                {charging.station}
              </TextLink>
            )
          );
        },
      }),
      column.accessor("expiresAt", {
        header: t("expires"),
        meta: { width: 120 },
        cell: ({ getValue }) => {
          const at = getValue();
          return at ? (
            <ClockTime at={at} precision="day" className="text-ink-2" />
          ) : (
            <span className="text-ink-3">{t("noEnd")}</span>
          );
        },
      }),
      column.accessor("lastUsedAt", {
        header: t("used"),
        meta: { width: 90, align: "right" },
        cell: ({ getValue }) => {
          const at = getValue();
          return at ? <RelativeTime at={at} className="text-ink-2" /> : <span className="text-ink-3">–</span>;
        },
      }),
      ...(onBlock
        ? [
            column.display({
              id: "actions",
              header: () => <span className="sr-only">{t("actions")}</span>,
              meta: { width: 140, align: "right" },
              cell: ({ row: { original } }) => (
                <span className="inline-flex items-center gap-1 align-middle">
                  <Button
                    size="row"
                    Icon={original.blocked ? CircleCheck : Ban}
                    isPending={busyId === original.id}
                    onPress={() => onBlock(original, !original.blocked)}
                    aria-label={t(original.blocked ? "unblockNamed" : "blockNamed", { token: original.value })}
                  >
                    {t(original.blocked ? "unblock" : "block")}
                  </Button>
                  {onRemove && (
                    <IconButton
                      Icon={Trash2}
                      label={t("removeNamed", { token: original.value })}
                      onPress={() => onRemove(original)}
                    />
                  )}
                </span>
              ),
            }),
          ]
        : []),
    ]);
  }, [t, kinds, onBlock, onRemove, busyId]);
}

function Status({ token }: { token: TokenRow }) {
  const t = useTranslations("token");
  const status = useClock((now) => tokenStatus(token, now));
  if (status === "accepted") return <span className="text-ink-2">{t("status.accepted")}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle font-value">
      <Glyph name={status === "blocked" ? "out-of-service" : "expired"} />
      {t(`status.${status}`)}
    </span>
  );
}
