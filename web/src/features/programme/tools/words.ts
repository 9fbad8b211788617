import { useTranslation } from "react-i18next";

import type { Aspect, Deployment, ToolKind } from "./types";

/** What kinds, deployments, aspects and causes are called. */
export function useToolWords() {
  const { t } = useTranslation();
  return {
    kind: (code: string) => t(`tools.kind.${code as ToolKind}`),
    deployment: (code: string) => t(`tools.deployment.${code as Deployment}`),
    aspect: (code: string) => t(`tools.aspect.${code as Aspect}`),
    cause: (code: string) => t(`tools.cause.${code as "first" | "yearly" | "incident"}`),
  };
}
