import type { zh } from "@/locales/zh";

type Words = (typeof zh)["feasibility"];

/** Keys of the words for codes that the server sends about feasibility. */
export const feasibilityKey = {
  scene: (code: string) => `feasibility.scene.${code as keyof Words["scene"]}` as const,
  verdict: (code: string) => `feasibility.verdict.${code as keyof Words["verdict"]}` as const,
  factor: (code: string) => `feasibility.factor.${code as keyof Words["factor"]}` as const,
  result: (code: string) => `feasibility.result.${code as keyof Words["result"]}` as const,
  media: (code: string) => `feasibility.media.${code as keyof Words["media"]}` as const,
  agreement: (code: string) => `feasibility.state.${code as keyof Words["state"]}` as const,
  means: (code: string) => `feasibility.means.${code as keyof Words["means"]}` as const,
};
