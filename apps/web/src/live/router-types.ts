import type { inferRouterInputs } from "@trpc/server";
import type { AppRouter } from "@/server/app-router";

/** What each procedure can be asked. */
export type RouterInputs = inferRouterInputs<AppRouter>;
