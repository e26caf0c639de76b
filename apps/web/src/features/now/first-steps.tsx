"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { useMay } from "../person/may";
import { AddStation } from "../stations/late-parts";

/** What to do in a network without stations. */
export function FirstSteps() {
  const t = useTranslations("now.firstSteps");
  const mayAdd = useMay("stations.write");
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="rounded-2 border border-line-strong">
      <EmptyState
        kind="nothing-yet"
        title={t("title")}
        action={
          mayAdd && (
            <Button look="primary" Icon={Plus} onPress={() => setAdding(true)}>
              {t("add")}
            </Button>
          )
        }
      >
        {t("help")}
      </EmptyState>
      {isAdding && <AddStation onClose={() => setAdding(false)} />}
    </section>
  );
}
