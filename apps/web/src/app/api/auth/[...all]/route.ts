import { running } from "@/server/running";
import { signInHandler } from "@/server/sign-in/handler";

export const dynamic = "force-dynamic";

async function handle(request: Request) {
  const { auth, rules } = await running();
  return signInHandler(auth, rules)(request);
}

export { handle as GET, handle as POST };
