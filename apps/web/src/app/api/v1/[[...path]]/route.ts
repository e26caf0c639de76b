import { apiHandler } from "@/server/api/handle";
import { apiHouse } from "@/server/api/house";
import { routes } from "@/server/api/routes";

export const dynamic = "force-dynamic";

const answer = apiHandler(routes);

const handle = async (request: Request) => answer(request, await apiHouse(request.headers));

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
