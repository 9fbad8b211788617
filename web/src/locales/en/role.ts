import type { Texts } from "../texts";
import type { role as zh } from "../zh/role";

export const role: Texts<typeof zh> = {
  ADM: "Administrator",
  PM: "Programme manager",
  REV: "Application reviewer",
  LA: "Lead auditor",
  AU: "Auditor",
  TE: "Technical expert",
  OBS: "Observer",
  DM: "Decision maker",
  QS: "Quality and supervision",
  CC: "Audit coordinator",
  CG: "Client's guest",
  REG: "Regulator",
};
