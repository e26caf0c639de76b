import { z } from "zod";
import { addresses } from "../addresses";

/** What is asked of a file while it is sent. */
export interface Upload {
  file: File;
  vendor: string;
  model: string;
  version: string;
  /** What whoever made it says that its checksum is. */
  sha256?: string;
}

/** Why a file did not arrive: what the console said, or that the line broke, or that somebody did not want it any more. */
export class NotUploaded extends Error {
  override name = "NotUploaded";
  readonly why: "refused" | "broken" | "stopped";
  constructor(why: "refused" | "broken" | "stopped", message = "") {
    super(message);
    this.why = why;
  }
}

const taken = z.object({ receipt: z.string() });
const refused = z.object({ message: z.string() });

/** Sends a file to the library, and tells how far it is, from 0 to 1; resolves with the receipt by which it is added. */
export function upload(
  { file, vendor, model, version, sha256 }: Upload,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = new URLSearchParams({ name: file.name, vendor, model, version, ...(sha256 && { sha256 }) });
    // fetch() does not tell how far it is with what it sends.
    const request = new XMLHttpRequest();
    request.open("PUT", addresses.firmwareUpload(asked));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => {
      const said = jsonOf(request.responseText);
      const receipt = taken.safeParse(said);
      if (request.status === 201 && receipt.success) return resolve(receipt.data.receipt);
      const refusal = refused.safeParse(said);
      reject(new NotUploaded(refusal.success ? "refused" : "broken", refusal.data?.message));
    };
    request.onerror = () => reject(new NotUploaded("broken"));
    request.onabort = () => reject(new NotUploaded("stopped"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Something between us answered.
    return undefined;
  }
}
