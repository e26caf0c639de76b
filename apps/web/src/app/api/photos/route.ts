import { photoFolder } from "@/server/photo-folder";
import { contextOf } from "@/server/request-context";
import { receivePhoto } from "@/server/stations/photos";

export const dynamic = "force-dynamic";

/** A photo of a station, as it is: `?station=…&text=…`. */
export const POST = async (request: Request) => receivePhoto(await contextOf(request.headers), request, photoFolder());
