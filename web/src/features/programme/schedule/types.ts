import type { components } from "@/api/schema";

export type Schedule = components["schemas"]["ScheduleOut"];
export type Lane = components["schemas"]["LaneOut"];
export type Bar = components["schemas"]["BarOut"];
export type Absence = components["schemas"]["AbsenceOut"];
export type OpenWork = components["schemas"]["OpenWorkOut"];
export type Piece = components["schemas"]["PieceOut"];

export const ABSENCE_KINDS = ["leave", "sick", "training", "business", "other"] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export interface AbsenceValues {
  person_id: string;
  kind: AbsenceKind;
  first: string;
  last: string;
  from_noon: boolean;
  until_noon: boolean;
  note: string;
}
