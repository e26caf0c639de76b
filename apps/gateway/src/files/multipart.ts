import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { PassThrough, type Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";

/** The file in a request's body, and what the request says of it. */
export interface Upload {
  body: Readable;
  name: string | undefined;
  type: string | undefined;
}

/** A body that cannot be read as what it says it is. */
export class NotReadable extends Error {
  override name = "NotReadable";
}

/** The first file of a form, or the whole body where it is no form. */
export function uploadIn(request: IncomingMessage): Promise<Upload> {
  const { headers } = request;
  const type = headers["content-type"];
  if (type !== undefined && isForm(type)) return firstFile(request, { ...headers, "content-type": type });
  return Promise.resolve({ body: request, name: nameIn(headers), type });
}

const isForm = (type: string) => /^multipart\/form-data\s*;/i.test(type);

function firstFile(
  request: IncomingMessage,
  headers: IncomingHttpHeaders & { "content-type": string },
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(new NotReadable(error instanceof Error ? error.message : String(error)));
    try {
      const form = new Busboy({ headers, limits: { files: 1, fields: 50, fieldSize: 4096, parts: 60 } });
      let body: PassThrough | undefined;
      const broken = (error: unknown) => {
        body?.destroy(error instanceof Error ? error : new Error(String(error)));
        fail(error);
      };
      form.on("file", (_field, stream, name, _encoding, type) => {
        // The form's own stream ends without an error when the form breaks off; this one does not.
        body = stream.pipe(new PassThrough(), { end: false });
        const whole = body;
        stream.on("error", broken);
        form.on("finish", () => whole.end());
        resolve({ body, name, type });
      });
      form.on("finish", () => body ?? fail("the form holds no file"));
      form.on("error", broken);
      request.on("aborted", () => broken(new Error("the connection was lost")));
      request.on("error", broken);
      request.pipe(form);
    } catch (error) {
      fail(error);
    }
  });
}

/** Some say the name in a header. */
const nameIn = ({ "content-disposition": disposition = "" }: IncomingHttpHeaders) =>
  /filename="?([^";]+)"?/i.exec(disposition)?.[1];
