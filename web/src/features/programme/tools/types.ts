import type { components } from "@/api/schema";

export type Tool = components["schemas"]["ToolOut"];
export type Assessment = components["schemas"]["AssessmentOut"];
export type CaseTools = components["schemas"]["CaseToolsOut"];
export type Option = components["schemas"]["OptionOut"];

export const TOOL_KINDS = ["meeting", "transfer", "camera", "control", "chat", "other"] as const;
export type ToolKind = (typeof TOOL_KINDS)[number];
export const DEPLOYMENTS = ["self_hosted", "private_cloud", "public_cloud", "device"] as const;
export type Deployment = (typeof DEPLOYMENTS)[number];
export const ASPECTS = ["convenience", "ease", "cost", "security"] as const;
export type Aspect = (typeof ASPECTS)[number];
