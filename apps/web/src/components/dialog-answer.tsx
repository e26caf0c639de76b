"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from "react";
import { Glyph } from "./glyph";

/** What became of what somebody asked the server for. */
export interface Asked {
  /** Why it was not taken, in words. */
  fault?: string;
  /** It is on its way to the server. */
  isPending?: boolean;
  /** The fault was read. */
  dismiss: () => void;
}

const Answers = createContext<(Asked & { onDialog: (isOpen: boolean) => void }) | undefined>(undefined);

/**
 * Lets the dialogs among `children` say at their own foot why the server refused what was asked for in them. `children`
 * are given the fault that is to be told beside them: of what was asked for without a dialog.
 */
export function AnswerInDialogs({ of: asked, children }: { of: Asked; children: (fault?: string) => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const { fault, isPending, dismiss } = asked;
  function onDialog(open: boolean) {
    setOpen(open);
    // An older fault is not about this dialog; and what stood in a dialog was read there.
    if (fault !== undefined) dismiss();
  }
  return (
    <Answers value={{ fault: isOpen ? fault : undefined, isPending: isOpen && isPending, dismiss, onDialog }}>
      {children(isOpen ? undefined : fault)}
    </Answers>
  );
}

/** The foot of a dialog: that it is being handed over, or why it was refused. The form stays as it was. */
export function DialogAnswer() {
  const t = useTranslations("dialog");
  const answer = useContext(Answers);
  const tell = useEffectEvent((isOpen: boolean) => answer?.onDialog(isOpen));
  useEffect(() => {
    tell(true);
    return () => tell(false);
  }, []);

  if (answer?.fault) {
    return (
      <p
        role="alert"
        className="flex shrink-0 items-start gap-2 border-fault border-l-3 bg-tint-fault py-2 pr-4 pl-3 text-fault-ink"
      >
        <Glyph name="failed" className="mt-0.5" />
        <span className="max-h-24 min-w-0 overflow-auto break-words">
          <b className="font-value">{t("refused")}</b> {answer.fault}
        </span>
      </p>
    );
  }
  // Over the form: an answer is usually there before anybody could read this, and nothing may move for it.
  return (
    <div className="relative shrink-0">
      {answer?.isPending && (
        <p role="status" className="absolute right-4 bottom-1 animate-late bg-overlay text-ink-2">
          {t("handingOver")}
        </p>
      )}
    </div>
  );
}
