import { redirect } from "next/navigation";
import { addresses } from "@/features/addresses";

/** The settings begin with what everybody may choose. */
export default function SettingsPage() {
  redirect(addresses.preferences);
}
