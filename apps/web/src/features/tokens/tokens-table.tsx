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
      empty={empty}
    />
  );
}

const tokenId = ({ id }: TokenRow) => id;
const isBlocked = ({ standing }: TokenRow) => standing !== "active";

function useTokenColumns(
  onBlock: ((token: TokenRow, blocked: boolean) => void) | undefined,
  onRemove: ((token: TokenRow) => void) | undefined,
  busyId: string | undefined,
) {
  const t = useTranslations("tokens");
  const kinds = useTranslations("token");
  return useMemo(() => {
    const termsOf = ({ maxSessions, places, maxEnergyWh, maxSeconds, maxCost }: TokenRow) =>
      [
        [maxEnergyWh, maxSeconds, maxCost].some((most) => most !== undefined) && t("limited"),
        maxSessions !== undefined && t("atOnce", { count: maxSessions }),
        places && t("places", { count: places.length }),
      ]
        .filter(Boolean)
        .join(" · ");
    const column = columnsOf<TokenRow>();
    return column.columns([
      column.accessor("value", {
        header: t("value"),
        meta: { width: 160, grow: 1 },
        cell: ({ row: { original }, getValue }) => (
          <TextLink href={addresses.token(original.id)} isMono inRow>
            {getValue()}
          </TextLink>
        ),
      }),
      column.display({
        id: "status",
        header: t("status"),
        meta: { width: 115 },
        cell: ({ row }) => <TokenStatus token={row.original} />,
      }),
      column.accessor("kind", {
        header: t("kind"),
        meta: { width: 135 },
        cell: ({ getValue }) => {
          const kind = tokenKinds.find((known) => known === getValue());
          return <span className="text-ink-2">{kind ? kinds(`kind.${kind}` as `kind.${TokenKind}`) : getValue()}</span>;
        },
      }),
      column.accessor("group", {
        header: t("group"),
        meta: { width: 130, grow: 1 },
        cell: ({ row: { original }, getValue }) => (
          <span className="text-ink-2">
            <span className="mono">{getValue()}</span>
            {original.masterPass && ` · ${t("masterPass")}`}
          </span>
        ),
      }),
      column.display({
        id: "terms",
        header: t("terms"),
        meta: { width: 145, isExtra: true },
        cell: ({ row: { original } }) => <span className="text-ink-2">{termsOf(original)}</span>,
      }),
      column.accessor("charging", {
        header: t("chargingAt"),
        meta: { width: 120 },
        cell: ({ row, getValue }) => {
          const charging = getValue();
          return (
            charging && (
              <>
                <TextLink href={addresses.session(charging.sessionId)} isMono inRow>
                  {charging.station}
                </TextLink>
                {row.original.running > 1 && <span className="text-ink-3"> +{row.original.running - 1}</span>}
              </>
            )
          );
        },
      }),
      column.accessor("expiresAt", {
        header: t("expires"),
        meta: { width: 90 },
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
        meta: { width: 60, align: "right" },
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
                    Icon={isBlocked(original) ? CircleCheck : Ban}
                    isPending={busyId === original.id}
                    onPress={() => onBlock(original, !isBlocked(original))}
                    aria-label={t(isBlocked(original) ? "unblockNamed" : "blockNamed", { token: original.value })}
                  >
                    {t(isBlocked(original) ? "unblock" : "block")}
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

/** Whether a token opens anything now, in a word and a mark. */
export function TokenStatus({ token }: { token: TokenRow }) {
  const t = useTranslations("token");
  const status = useClock((now) => tokenStatus(token, now));
  if (status === "accepted") return <span className="text-ink-2">{t("status.accepted")}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle font-value">
      <Glyph name={status === "blocked" || status === "no-credit" ? "out-of-service" : "expired"} />
      {t(`status.${status}`)}
    </span>
  );
}
