import type { components } from "@/api/schema";

export type Site = components["schemas"]["SiteOut"];

export const SITE_KINDS = ["physical", "virtual", "temporary"] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** What the form holds; shifts are typed as people per shift: `38, 18`. */
export interface SiteValues {
  client_id: string;
  name: string;
  kind: SiteKind;
  address: string;
  zone: string;
  processes: string;
  is_central: boolean;
  special_security: string;
  headcount: {
    full_time: number;
    part_time: number;
    part_time_hours: number;
    contractors: number;
    repetitive: number;
    shifts: string;
  };
}

export const EMPTY: Partial<SiteValues> = {
  kind: "physical",
  zone: "Asia/Shanghai",
  is_central: false,
  headcount: {
    full_time: 0,
    part_time: 0,
    part_time_hours: 4,
    contractors: 0,
    repetitive: 0,
    shifts: "",
  },
};

export const valuesOf = (site: Site): SiteValues => ({
  client_id: site.client_id,
  name: site.name,
  kind: site.kind as SiteKind,
  address: site.address,
  zone: site.zone,
  processes: site.processes,
  is_central: site.is_central,
  special_security: site.special_security,
  headcount: { ...site.headcount, shifts: site.headcount.shifts.join(", ") },
});

/** `38, 18` → [38, 18]; anything that is no number is left for the server to refuse. */
export const shiftsOf = (text: string): number[] =>
  text
    .split(/[,，、;；\s]+/)
    .filter(Boolean)
    .map(Number);

/** The form's values as the server takes them. */
export const bodyOf = ({ headcount, ...values }: SiteValues) => ({
  ...values,
  headcount: { ...headcount, shifts: shiftsOf(headcount.shifts) },
});
