import { receiveImage } from "@/server/firmware/receive";
import { contextOf } from "@/server/request-context";

export const dynamic = "force-dynamic";

/** A file for the library of firmware, as it is: `?name=…&vendor=…&model=…&version=…`, and its SHA-256 if that is known. */
export const PUT = async (request: Request) => receiveImage(await contextOf(request.headers), request);
