import type { components } from "@/api/schema";
import type { SignatureValue } from "@/ui/SignaturePad";
import type { TagTone } from "@/ui/StatusTag";
import { shiftsOf } from "../sites/types";

type Schemas = components["schemas"];
export type Application = Schemas["ApplicationOut"];
export type ApplicationLine = Schemas["ApplicationLine"];
export type Quote = Schemas["QuoteOut"];
export type Review = Schemas["ReviewOut"];
export type Contract = Schemas["ContractOut"];
export type FormBody = Schemas["Form"];

/** What the server shows is whole: a default stands where nothing was entered. */
type Whole<T> = T extends readonly (infer Each)[]
  ? Whole<Each>[]
  : T extends object
    ? { [Name in keyof T]-?: Whole<T[Name]> }
    : T;
export type FormShown = Whole<FormBody>;

/** The form, unless it is hidden from the reader. */
export const shownOf = (row: Application): FormShown | null => row.form as FormShown | null;

export const STATES = [
  "draft",
  "submitted",
  "reviewing",
  "info_requested",
  "accepted",
  "declined",
  "contracted",
] as const;
export type State = (typeof STATES)[number];

export const CHECKS = [
  "scope",
  "approved",
  "competence",
  "impartiality",
  "resources",
  "audit_time",
  "remote",
] as const;
export type Check = (typeof CHECKS)[number];

export const SCHEMES = ["QMS", "EMS", "OHSMS", "ISMS"] as const;

const TONES: Record<State, TagTone> = {
  draft: "grey",
  submitted: "blue",
  reviewing: "blue",
  info_requested: "warn",
  accepted: "ok",
  declined: "bad",
  contracted: "ok",
};
export const toneOf = (state: string): TagTone => TONES[state as State] ?? "grey";

/** What whoever applies can do: by a secret link, or signed in. */
export interface Acts {
  save: (version: number, form: FormBody) => Promise<Application>;
  submit: (version: number) => Promise<Application>;
  answer: (text: string) => Promise<Application>;
  sign: (signature: SignatureValue) => Promise<Application>;
  download: (kind: "pdf" | "docx") => void;
}

type SiteShown = FormShown["sites"][number];
/** A site as the form holds it: shifts are typed as people per shift, `38, 18`. */
export type SiteValues = Omit<SiteShown, "headcount"> & {
  headcount: Omit<SiteShown["headcount"], "shifts"> & { shifts: string };
};
export type FormValues = Omit<FormShown, "sites"> & { sites: SiteValues[] };

export const newSite = (): SiteValues => ({
  name: "",
  address: "",
  zone: "Asia/Shanghai",
  kind: "physical",
  processes: "",
  is_central: false,
  headcount: {
    full_time: 0,
    part_time: 0,
    part_time_hours: 4,
    contractors: 0,
    repetitive: 0,
    shifts: "",
  },
});

export const valuesOf = (form: FormShown): FormValues => ({
  ...form,
  sites: (form.sites.length > 0 ? form.sites : [newSite()]).map((site) => ({
    ...site,
    headcount: { ...site.headcount, shifts: String(site.headcount.shifts) },
  })),
});

/** The form's values as the server takes them: an emptied number is 0, an emptied day none. */
export const bodyOf = (values: FormValues): FormBody => ({
  ...values,
  wanted_from: values.wanted_from || null,
  wanted_to: values.wanted_to || null,
  certificates: values.certificates.map((each) => ({
    ...each,
    expires_on: each.expires_on || null,
  })),
  sites: values.sites.map(({ headcount, ...site }) => ({
    ...site,
    headcount: {
      full_time: headcount.full_time ?? 0,
      part_time: headcount.part_time ?? 0,
      part_time_hours: headcount.part_time_hours ?? 4,
      contractors: headcount.contractors ?? 0,
      repetitive: headcount.repetitive ?? 0,
      shifts: shiftsOf(headcount.shifts),
    },
  })),
});

/** `form.sites.0.name` → ["sites", 0, "name"]: where the form shows the server's sentence. */
export const placeOf = (field: string): (string | number)[] =>
  field
    .replace(/^form\./, "")
    .split(".")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
