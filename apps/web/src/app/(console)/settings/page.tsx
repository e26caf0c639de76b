import { redirect } from "next/navigation";
import { addresses } from "@/features/addresses";

/** The settings begin with the keys of programs. */
export default function SettingsPage() {
  redirect(addresses.apiKeys);
}
