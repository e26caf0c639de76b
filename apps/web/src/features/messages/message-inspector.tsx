"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { CopyButton } from "@/components/copy-button";
import { Glyph } from "@/components/glyph";
import { Inspector, InspectorSection } from "@/components/inspector";
import { Segments } from "@/components/segments";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import { DecodedFrame } from "./decoded-frame";
import type { MessageDetail } from "./message-view";
import { prettyFrame } from "./payload";
import { scriptOf } from "./script";

/** A call and its answer in full: decoded with what breaks the schema at its place, or raw as it came. */
export function MessageInspector({
  message,
  onClose,
  onFollow,
  children,
}: {
  message: MessageDetail;
  onClose: () => void;
  /** Leaves only the messages of one session. */
  onFollow: (session: string) => void;
  /** What belongs to it. */
  children?: ReactNode;
}) {
  const t = useTranslations("messages");
  const [view, setView] = useState<"decoded" | "explained" | "raw">("decoded");
  const { violations, call, reply } = message;

  return (
    <Inspector
      title={<span className="mono">{message.action}</span>}
      note={t(message.from === "station" ? "fromNamed" : "toNamed", { station: message.station })}
      href={message.id.startsWith("capture-") ? undefined : addresses.message(message.id)}
      onClose={onClose}
      isWide
      footer={
        <>
          <CopyButton text={reply ? `${call}\n${reply}` : call} label={t("copy")} />
          <CopyButton text={scriptOf(message)} label={t("copyScript")} />
          {message.sessionId && (
            <>
              <Button onPress={() => onFollow(message.sessionId ?? "")}>{t("follow")}</Button>
              <TextLink href={addresses.session(message.sessionId)}>{t("toSession")}</TextLink>
            </>
          )}
        </>
      }
    >
      <div className="border-line border-b px-4 py-2">
        <Segments
          label={t("view")}
          chosen={view}
          onChoose={setView}
          options={[
            { id: "decoded", label: t("decoded") },
            { id: "explained", label: t("explained") },
            { id: "raw", label: t("raw") },
          ]}
        />
      </div>
      {violations.length > 0 && (
        <div className="flex items-center gap-2 border-line border-b bg-tint-fault px-4 py-3">
          <Glyph name="failed" />
          <span className="font-value text-fault-ink">
            {t("breaks", { count: violations.length, version: message.version ?? "" })}
          </span>
          <span className="mono ml-auto truncate text-ink-2">{violations[0]?.path}</span>
        </div>
      )}
      <InspectorSection>
        <FrameHead title={t("call")} id={message.messageId} at={message.at} />
        {view === "raw" ? (
          <Raw frame={call} />
        ) : (
          <DecodedFrame
            frame={call}
            violations={violations}
            meanings={message.meanings.call}
            isExplained={view === "explained"}
          />
        )}
      </InspectorSection>
      <InspectorSection>
        <FrameHead
          title={t(message.from === "station" ? "ourAnswer" : "theirAnswer")}
          note={message.latencyMs === undefined ? undefined : t("after", { ms: Math.round(message.latencyMs) })}
        />
        {reply === undefined ? (
          <p className="text-ink-3">{t(message.verdict === "open" ? "open" : "noAnswer")}</p>
        ) : view === "raw" ? (
          <Raw frame={reply} />
        ) : (
          <DecodedFrame
            frame={reply}
            violations={[]}
            meanings={message.meanings.reply}
            isExplained={view === "explained"}
          />
        )}
      </InspectorSection>
      {message.note && (
        <InspectorSection title={t("madeOfIt")}>
          <p className="text-ink-2">{message.note}</p>
        </InspectorSection>
      )}
      {children}
    </Inspector>
  );
}

function FrameHead({ title, id, at, note }: { title: string; id?: string; at?: Date; note?: string }) {
  return (
    <p className="mb-1 flex items-center gap-2 text-12 text-ink-3">
      {title}
      {id && <span className="mono truncate">{id}</span>}
      <span className="ml-auto shrink-0">{at ? <ClockTime at={at} precision="milliseconds" /> : note}</span>
    </p>
  );
}

function Raw({ frame }: { frame: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
    <pre tabIndex={0} className="mono -mx-4 max-h-96 overflow-auto whitespace-pre-wrap break-all px-4 leading-5">
      {prettyFrame(frame)}
    </pre>
  );
}
