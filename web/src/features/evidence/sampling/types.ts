import { api } from "@/api/client";
import { useRefreshBelow } from "@/api/refresh";
import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";
import { useRun } from "@/ui/useRun";

type Schemas = components["schemas"];

export type Sample = Schemas["SampleOut"];
export type WholeSample = Schemas["WholeSampleOut"];
export type SampleList = Schemas["SampleListOut"];
export type Draw = Schemas["DrawOut"];
export type DrawnRow = Schemas["DrawnRowOut"];
export type SizeRule = Draw["size_rule"];

export const SIZE_RULES = ["given", "root", "root_each", "each"] as const;
export const FACTORS = ["initial", "surveillance", "recertification"] as const;

const TONES: Record<Sample["state"] | Draw["state"], TagTone> = {
  waiting: "blue",
  reading: "blue",
  ready: "violet",
  refused: "bad",
  drawing: "blue",
  drawn: "violet",
  issued: "ok",
  discarded: "grey",
};

export const toneOf = (state: keyof typeof TONES): TagTone => TONES[state];

/** The draw that stands: not discarded, the last one. */
export const standing = ({ draws }: WholeSample): Draw | undefined =>
  draws.find(({ state }) => state !== "discarded");

/** One deed on a sample: busy while it runs, everything about evidence read again after. */
export const useDeed = () => useRun(useRefreshBelow("/api/evidence"));

const UNDER_WAY = 2000;

/** One sample; while a list is read or a draw is made, it is looked at again and again. */
export function useSample(sample_id: string) {
  const params = { path: { sample_id } };
  return api.useQuery(
    "get",
    "/api/evidence/samples/{sample_id}",
    { params },
    {
      refetchInterval: ({ state: { data } }) =>
        data?.state === "reading" || data?.state === "drawing" ? UNDER_WAY : false,
    },
  );
}
