"use client";

import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/live/trpc";

/** The calls people keep by name for a version, and the ways to change them. */
export function useSavedCalls(version: OcppVersion) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data: calls } = useQuery(trpc.expert.saved.queryOptions({ version }));
  const onSuccess = () => queries.invalidateQueries({ queryKey: trpc.expert.saved.queryKey({ version }) });
  const save = useMutation(trpc.expert.save.mutationOptions({ onSuccess }));
  const rename = useMutation(trpc.expert.rename.mutationOptions({ onSuccess }));
  const remove = useMutation(trpc.expert.remove.mutationOptions({ onSuccess }));
  return { calls: calls ?? [], save, rename, remove };
}
