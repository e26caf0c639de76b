import { openApiDocument } from "@/server/api/openapi";
import { routes } from "@/server/api/routes";

export const dynamic = "force-dynamic";

/** What other programs can ask for; it holds no secret, so it needs no key. */
export const GET = () => Response.json(openApiDocument(routes));
