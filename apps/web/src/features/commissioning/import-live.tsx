"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { PageHead } from "@/components/page-head";
import { TextField } from "@/components/text-field";
import { useTRPC } from "@/live/trpc";
import { ImportResult } from "./import-result";
import { ImportWeightView } from "./import-weight";

/** Many stations at once: what would come of a file is seen before anything does. */
export function ImportLive() {
  const t = useTranslations("importStations");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [csv, setCsv] = useState("");
  const [skipFaulty, setSkipFaulty] = useState(false);
  const weighing = useMutation(trpc.stations.weighImport.mutationOptions());
  const importing = useMutation(trpc.stations.import.mutationOptions({ onSuccess: () => queries.invalidateQueries() }));
  const weight = weighing.data;
  const faulty = weight && "faultyLines" in weight ? weight.faultyLines : 0;
  const ready = weight && "ready" in weight ? weight.ready : 0;

  /** Another text is another file: what was said of the last one is not true of it. */
  function change(text: string) {
    setCsv(text);
    setSkipFaulty(false);
    weighing.reset();
    importing.reset();
  }

  async function take(files: FileList | null) {
    const text = await files?.[0]?.text();
    if (text === undefined) return;
    change(text);
    weighing.mutate({ csv: text });
  }

  const fault = weighing.error ?? importing.error;
  return (
    <div className="flex h-full flex-col overflow-auto">
      <PageHead title={t("title")} />
      <div className="flex max-w-3xl flex-col gap-4 px-5 py-3 max-md:px-4">
        {importing.data ? (
          <ImportResult {...importing.data} />
        ) : (
          <>
            <p className="max-w-text text-ink-2">{t("help")}</p>
            <code className="mono select-all rounded-1 bg-well px-2 py-1">
              id,name,site,vendor,model,security profile,secret
            </code>
            <TextField label={t("text")} value={csv} onChange={change} rows={8} isMono />
            <div className="flex flex-wrap gap-2">
              <FileTrigger acceptedFileTypes={[".csv", "text/csv"]} onSelect={(files) => void take(files)}>
                <Button>{t("choose")}</Button>
              </FileTrigger>
              <Button
                look={weight ? "quiet" : "primary"}
                isDisabled={csv.trim() === ""}
                isPending={weighing.isPending}
                onPress={() => weighing.mutate({ csv })}
              >
                {t("weigh")}
              </Button>
            </div>
            {weight && <ImportWeightView weight={weight} />}
            {faulty > 0 && ready > 0 && (
              <Checkbox isSelected={skipFaulty} onChange={setSkipFaulty}>
                {t("skip", { count: faulty })}
              </Checkbox>
            )}
            {ready > 0 && (
              <Button
                look="primary"
                className="self-start"
                isDisabled={faulty > 0 && !skipFaulty}
                isPending={importing.isPending}
                onPress={() =>
                  importing.mutate({
                    csv,
                    skipFaulty,
                    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
                  })
                }
              >
                {t("import", { count: ready })}
              </Button>
            )}
            {fault && (
              <p role="alert" className="text-fault-ink">
                {fault.message}
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}
