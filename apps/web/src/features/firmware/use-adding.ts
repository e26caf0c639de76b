import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTRPC } from "@/live/trpc";
import { NotUploaded, upload } from "./upload";

/** What somebody said of firmware that is to come into the library. */
export interface FirmwareDraft {
  vendor: string;
  model: string;
  version: string;
  notes: string;
  signature: string;
  certificate: string;
  file?: File;
  sha256: string;
  location: string;
}

/** Adding: asked first whether it would be taken, then sent, then added. */
export function useAdding(onAdded: (id: number) => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const weigh = useMutation(trpc.firmware.weigh.mutationOptions());
  const add = useMutation(trpc.firmware.add.mutationOptions());
  const [share, setShare] = useState<number>();
  const stopping = useRef<AbortController>(undefined);

  async function send({ file, sha256, location, ...said }: FirmwareDraft) {
    const { vendor, model, version } = said;
    const facts = {
      ...{ vendor, model, version },
      notes: said.notes || undefined,
      signature: said.signature.trim() || undefined,
      certificate: said.certificate.trim() || undefined,
    };
    if (!file) return add.mutateAsync({ ...facts, location });
    await weigh.mutateAsync({ vendor, model, version, size: file.size });
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    setShare(0);
    try {
      const sending = { file, vendor, model, version, sha256: sha256.trim() || undefined };
      const receipt = await upload(sending, { signal, onProgress: setShare });
      return await add.mutateAsync({ ...facts, receipt });
    } finally {
      setShare(undefined);
    }
  }

  const adding = useMutation({
    mutationFn: send,
    onSuccess: ({ id }) => {
      onAdded(id);
      return queries.invalidateQueries({ queryKey: trpc.firmware.pathKey() });
    },
  });
  const wasStopped = adding.error instanceof NotUploaded && adding.error.why === "stopped";
  return {
    send: adding.mutate,
    isSending: adding.isPending,
    /** How much of the file has gone, from 0 to 1. */
    share,
    stop: () => stopping.current?.abort(),
    error: wasStopped ? null : adding.error,
  };
}
