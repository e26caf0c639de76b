"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/text-field";

/** Asks why a session is to be over in our books. It says that nothing is told to the station, and wants a reason. */
export function CloseRecord({ onClose, onDecide }: { onClose: () => void; onDecide: (note: string) => void }) {
  const d = useTranslations("decision");
  const [note, setNote] = useState("");
  function decide(event: FormEvent) {
    event.preventDefault();
    if (note.trim() !== "") onDecide(note.trim());
  }
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={d("closeTitle")}>
      <form onSubmit={decide} className="flex flex-col gap-4">
        <p>{d("closeMeaning")}</p>
        <TextField
          label={d("closeWhy")}
          help={d("closeWhyHelp")}
          value={note}
          onChange={setNote}
          isRequired
          autoFocus
          maxLength={500}
        />
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={note.trim() === ""}>
            {d("closeDo")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
