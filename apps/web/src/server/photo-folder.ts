import { join, resolve } from "node:path";
import { env } from "../env";

/** Where the photos of notes lie. */
export const photoFolder = () => join(resolve(env().DATA_DIR), "photos");
