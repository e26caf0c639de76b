import { latePart } from "@/components/late-part";

// Forms come once somebody asks for them.

export const NewSite = latePart(() => import("./new-site").then(({ NewSite: Dialog }) => Dialog));

export const ChangeSite = latePart(() => import("./change-site").then(({ ChangeSite: Dialog }) => Dialog));
