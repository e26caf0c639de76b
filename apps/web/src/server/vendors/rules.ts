import { vendorAnswers } from "@chargehand/domain/vendors/vendor-message";
import { z } from "zod";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { type Writer, write } from "../write";

export const vendorRule = z.object({
  vendor: z.string().trim().min(1, "A vendor has a name.").max(255),
  /** Empty where the vendor has but one. */
  message: z.string().trim().max(50).default(""),
  name: z.string().trim().min(1, "A message needs a name.").max(100),
  answer: z.enum(vendorAnswers),
  reply: z.string().max(10_000).optional(),
});
type Rule = z.output<typeof vendorRule>;

/** The vendors' own messages that we know, and what each is answered. */
export const listRules = ({ prisma }: Pick<Context, "prisma">) =>
  prisma.vendorMessage.findMany({ orderBy: [{ vendor: "asc" }, { message: "asc" }] });

/** Makes a message known, or changes what it is answered. */
export const saveRule = (context: Writer, { vendor, message, name, answer, reply }: Rule): Promise<void> =>
  write(context, async (tx, tell) => {
    const values = { name, answer, reply: reply || null };
    const where = { vendor_message: { vendor, message } };
    await tx.vendorMessage.upsert({ where, create: { vendor, message, ...values }, update: values });
    tell.audit({
      action: "vendor-message.save",
      subject: `vendor-message:${vendor}/${message}`,
      after: { name, answer },
    });
  });

/** From now on it is unknown again. */
export const forgetRule = (context: Writer, { vendor, message }: Pick<Rule, "vendor" | "message">): Promise<void> =>
  write(context, async (tx, tell) => {
    const { count } = await tx.vendorMessage.deleteMany({ where: { vendor, message } });
    if (count === 0) throw new NotFound("This message is unknown already.");
    tell.audit({ action: "vendor-message.forget", subject: `vendor-message:${vendor}/${message}` });
  });
