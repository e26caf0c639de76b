"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/button";
import { PageHead } from "@/components/page-head";
import { addresses } from "../addresses";
import { StationForm } from "./station-form";
import { useNewStation } from "./use-new-station";

/** Adds a station and goes on to where it is waited for. */
export function NewStationLive() {
  const t = useTranslations("addStation");
  const router = useRouter();
  const { add, ...state } = useNewStation(({ identity }) => router.push(addresses.commissioning(identity)));
  return (
    <div className="flex h-full flex-col overflow-auto">
      <PageHead
        title={t("title")}
        actions={
          <Link href={addresses.importStations} className={buttonClasses("quiet", "normal")}>
            {t("import")}
          </Link>
        }
      />
      <div className="px-5 py-3 max-md:px-4">
        <StationForm {...state} onAdd={(station) => void add(station)} />
      </div>
    </div>
  );
}
