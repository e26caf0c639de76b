import type { VendorAnswer, VendorRule } from "@chargehand/domain/vendors/vendor-message";
import type { Queryable } from "./pool";

/** The rule for a vendor's own message. Of a vendor that we know, a message that we do not know is just that. */
export async function loadVendorRule(
  client: Queryable,
  { vendor, message }: { vendor: string; message: string },
): Promise<VendorRule | undefined> {
  const { rows } = await client.query<{ message: string; answer: VendorAnswer; reply: string | null }>(
    "SELECT message, answer, reply FROM vendor_message WHERE vendor = $1",
    [vendor],
  );
  if (rows.length === 0) return undefined;
  const { answer = "unknown-message", reply } = rows.find((row) => row.message === message) ?? {};
  return { answer, reply: reply ?? undefined };
}
