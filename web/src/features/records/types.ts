import { useRefreshBelow } from "@/api/refresh";
import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

type Schemas = components["schemas"];

export type Record = Schemas["RecordOut"];
export type Entry = Schemas["RecordEntryOut"];
export type Asked = Schemas["RecordQuestionOut"];
export type Verdict = Entry["verdict"];

export const VERDICTS = [
  "conforms",
  "check",
  "deviates",
  "observation",
  "not_applicable",
] as const satisfies Verdict[];

export const TONES: { [code in Verdict]: TagTone } = {
  "": "grey",
  conforms: "ok",
  check: "warn",
  deviates: "bad",
  observation: "blue",
  not_applicable: "grey",
};

/** Everything below `/api/records` reads again. */
export const useRefreshRecords = () => useRefreshBelow("/api/records");
