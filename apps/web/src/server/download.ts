import type { SignedIn } from "./context";
import type { Permission } from "./permissions";
import { contextOf } from "./request-context";

/** A file for whoever is signed in and may have it; `of` reads what was asked, and answers nothing where it cannot. */
export async function download(
  request: Request,
  permission: Permission,
  of: (context: SignedIn, asked: URLSearchParams) => Response | undefined,
): Promise<Response> {
  const context = await contextOf(request.headers);
  const { person } = context;
  if (!person) return new Response("Sign in first.\n", { status: 401 });
  if (!person.permissions.has(permission)) return new Response("You may not see this.\n", { status: 403 });
  const answer = of({ ...context, person }, new URL(request.url).searchParams);
  return answer ?? new Response("This filter cannot be read.\n", { status: 400 });
}
