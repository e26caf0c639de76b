import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";

/** Prisma over node-postgres, for what operators do; what stations do goes through the journal. */
export const createPrisma = (url: string, { max = 10 } = {}) =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max }) });
