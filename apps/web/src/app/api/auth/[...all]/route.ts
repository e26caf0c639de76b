import { running } from "@/server/running";

export const dynamic = "force-dynamic";

const handle = async (request: Request) => (await running()).auth.handler(request);

export { handle as GET, handle as POST };
