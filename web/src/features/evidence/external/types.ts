import { api } from "@/api/client";
import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

type Schemas = components["schemas"];

export type External = Schemas["ExternalOut"];
export type WholeExternal = Schemas["WholeExternalOut"];
export type What = External["what"];

export const WHATS = ["recording", "screenshot", "chat", "attendance", "clip"] as const;

/** As which kind of item a file is handed over. */
export const KIND_OF = {
  recording: "recording",
  screenshot: "capture",
  chat: "file",
  attendance: "file",
  clip: "clip",
} as const;

const TONES: Record<External["read_state"], TagTone> = {
  not_a_table: "grey",
  waiting: "warn",
  read: "ok",
  unreadable: "bad",
};

export const toneOf = ({ read_state }: Pick<External, "read_state">): TagTone => TONES[read_state];

/** What people say of a tool's clock. */
export interface Clock {
  zone: string;
  local_start: string;
  offset_seconds: number;
  plan_item_id?: string | null;
}

/** The tools of the catalogue that the viewer knows, the client's own among them. */
export function useTools() {
  const { data } = api.useQuery("get", "/api/programme/tools", {
    params: { query: { size: 200, sort: "name" } },
  });
  return (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

/** Seconds as people tell the distance from a session's start: `+1:02:03`. */
export function intoSession(seconds: number): string {
  const whole = Math.abs(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return `${seconds < 0 ? "-" : "+"}${Math.floor(whole / 3600)}:${clock}`;
}
