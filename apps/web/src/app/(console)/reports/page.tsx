import { redirect } from "next/navigation";
import { addresses } from "@/features/addresses";

/** The reports begin with that of uptime. */
export default function ReportsPage() {
  redirect(addresses.uptimeReport);
}
