"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { addresses } from "../addresses";
import { keepPicked } from "../campaigns/new/picked-store";
import { searchOf } from "../configuration/config-search";
import { useMay } from "../person/may";
import type { Picks } from "../stations/use-picked";
import { BulkBar } from "./bulk-bar";
import type { BulkCommand } from "./bulk-command";
import { BulkDialog } from "./bulk-dialog";
import { TagDialog } from "./tag-dialog";

/** What can be done with the stations that are picked, and the questions before it is. */
export function BulkLive({ picks, q, matching }: { picks: Picks; q: string; matching: number }) {
  const mayTag = useMay("stations.write");
  const [asking, setAsking] = useState<BulkCommand | "tag">();
  const router = useRouter();
  const { picked, count } = picks;
  if (!picked) return null;
  const chosen = picked.is === "all" ? { is: picked.is, q: picked.q } : { is: picked.is, ids: [...picked.ids] };
  return (
    <>
      <BulkBar
        count={count}
        matching={matching}
        isAll={picked.is === "all"}
        onAll={() => picks.all(q, matching)}
        onTell={setAsking}
        onTag={mayTag ? () => setAsking("tag") : undefined}
        onCampaign={() => {
          if (picked.is === "some") keepPicked([...picked.ids]);
          router.push(addresses.newCampaign(picked.is === "all" ? { q: picked.q } : { picked: "true" }));
        }}
        onCompare={() => router.push(addresses.configCompare(searchOf(chosen)))}
        onClear={picks.clear}
      />
      {asking === "tag" && <TagDialog chosen={chosen} count={count} onClose={() => setAsking(undefined)} />}
      {asking !== undefined && asking !== "tag" && (
        <BulkDialog
          chosen={chosen}
          picked={count}
          command={asking}
          onClose={() => setAsking(undefined)}
          onTold={() => {
            setAsking(undefined);
            picks.clear();
          }}
        />
      )}
    </>
  );
}
