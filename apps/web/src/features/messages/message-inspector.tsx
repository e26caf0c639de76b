"use client";

import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { CopyButton } from "@/components/copy-button";
import { cx } from "@/components/cx";
import { Glyph } from "@/components/glyph";
import { Inspector, InspectorSection } from "@/components/inspector";
import { Segments } from "@/components/segments";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import type { MessageDetail } from "./message-view";
import { payloadLines, payloadOf, prettyFrame } from "./payload";

/** A call and its answer in full: decoded with what breaks the schema at its place, or raw as it came. */
export function MessageInspector({
  message,
  onClose,
  onFollow,
}: {
  message: MessageDetail;
  onClose: () => void;
  /** Leaves only the messages of one session. */
  onFollow: (session: string) => void;
}) {
  const t = useTranslations("messages");
  const [view, setView] = useState<"decoded" | "raw">("decoded");
  const { violations, call, reply } = message;

  return (
    <Inspector
      title={<span className="mono">{message.action}</span>}
      note={t(message.from === "station" ? "fromNamed" : "toNamed", { station: message.station })}
      href={addresses.message(message.id)}
      onClose={onClose}
      isWide
      tools={
        <Segments
          label={t("view")}
          chosen={view}
          onChoose={setView}
          options={[
            { id: "decoded", label: t("decoded") },
            { id: "raw", label: t("raw") },
          ]}
        />
      }
      footer={
        <>
          <CopyButton text={reply ? `${call}\n${reply}` : call} label={t("copy")} />
          {message.sessionId && (
            <>
              <Button onPress={() => onFollow(message.sessionId ?? "")}>{t("follow")}</Button>
              <TextLink href={addresses.session(message.sessionId)}>{t("toSession")}</TextLink>
            </>
          )}
        </>
      }
    >
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
        {view === "decoded" ? <Decoded frame={call} violations={violations} /> : <Raw frame={call} />}
      </InspectorSection>
      <InspectorSection>
        <FrameHead
          title={t(message.from === "station" ? "ourAnswer" : "theirAnswer")}
          note={message.latencyMs === undefined ? undefined : t("after", { ms: Math.round(message.latencyMs) })}
        />
        {reply === undefined ? (
          <p className="text-ink-3">{t(message.verdict === "open" ? "open" : "noAnswer")}</p>
        ) : view === "decoded" ? (
          <Decoded frame={reply} violations={[]} />
        ) : (
          <Raw frame={reply} />
        )}
      </InspectorSection>
      {message.note && (
        <InspectorSection title={t("madeOfIt")}>
          <p className="text-ink-2">{message.note}</p>
        </InspectorSection>
      )}
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

function Decoded({ frame, violations }: { frame: string; violations: MessageDetail["violations"] }) {
  const t = useTranslations("messages");
  const payload = payloadOf(frame);
  if (payload === undefined) return <Raw frame={frame} />;
  const lines = payloadLines(payload);
  const unplaced = violations.filter(({ path }) => !lines.some((line) => line.path === path));
  return (
    <>
      <dl className="mono flex flex-col">
        {lines.map(({ path, name, value }) => {
          const broken = violations.find((violation) => violation.path === path);
          return (
            <div
              key={path}
              className={cx(
                "-mx-4 grid grid-cols-[minmax(96px,38%)_1fr] gap-3 px-4 py-0.5",
                broken && "bg-tint-fault shadow-[inset_3px_0_0_var(--st-fault)]",
              )}
            >
              <dt className="min-w-0 break-words text-ink-2">{breakable(name)}</dt>
              <dd className="min-w-0">
                <span className={broken && "font-value text-fault-ink underline decoration-wavy"}>{value}</span>
                {broken && <span className="block font-ui text-12 text-ink">{broken.text}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
      {lines.length === 0 && <p className="text-ink-3">{t("emptyPayload")}</p>}
      {unplaced.map(({ path, text }) => (
        <p key={path} className="-mx-4 bg-tint-fault px-4 py-1 shadow-[inset_3px_0_0_var(--st-fault)]">
          <span className="mono">{path}</span> {text}
        </p>
      ))}
    </>
  );
}

/** A path that may wrap before each of its parts, and not within a word. */
const breakable = (path: string) =>
  path.split(/(?=[.[])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));

function Raw({ frame }: { frame: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
    <pre tabIndex={0} className="mono -mx-4 max-h-96 overflow-auto whitespace-pre-wrap break-all px-4 leading-5">
      {prettyFrame(frame)}
    </pre>
  );
}
