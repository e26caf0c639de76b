"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Heading, Dialog as Panel } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { cx } from "./cx";
import { DialogAnswer } from "./dialog-answer";
import { IconButton } from "./icon-button";

/** A question or a form over the page. `footer` holds its buttons, always in sight. */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  isDismissable = true,
  role,
  wide,
  children,
  footer,
}: {
  title: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  /** Not where closing by mistake would lose something, like a secret that is shown once. */
  isDismissable?: boolean;
  role?: "dialog" | "alertdialog";
  wide?: boolean;
  children: ReactNode;
  footer?: ReactNode;
}) {
  const t = useTranslations("dialog");
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      className="fixed inset-0 z-30 flex items-start justify-center overflow-auto bg-[#0b0d11]/50 p-4 pt-[10vh] max-md:items-end max-md:p-0"
    >
      <Modal
        className={cx(
          "w-full animate-enter rounded-2 border border-line-strong bg-overlay max-md:rounded-b-none",
          wide ? "max-w-xl" : "max-w-md",
        )}
      >
        <Panel role={role} className="flex max-h-[80vh] flex-col outline-none">
          {({ close }) => (
            <>
              <div className="flex h-11 shrink-0 items-center justify-between border-line border-b pr-2 pl-4">
                <Heading slot="title" className="text-14">
                  {title}
                </Heading>
                {isDismissable && <IconButton Icon={X} label={t("close")} onPress={close} />}
              </div>
              <div className="min-h-0 overflow-auto p-4">{children}</div>
              <DialogAnswer />
              {footer && (
                <div className="flex shrink-0 flex-wrap justify-end gap-2 border-line border-t px-4 py-3">{footer}</div>
              )}
            </>
          )}
        </Panel>
      </Modal>
    </ModalOverlay>
  );
}
