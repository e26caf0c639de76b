import { procedure, router } from "../trpc";
import { customerReports, listCustomerReports } from "./list";

/** What stations know of customers, for those who may read that. */
export const customers = router({
  reports: procedure("customers.view")
    .input(customerReports)
    .query(({ ctx, input }) => listCustomerReports(ctx, input)),
});
