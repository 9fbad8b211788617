import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

import { planKey } from "@/lib/plan";
import { PathLink } from "@/ui/PathLink";
import { StatusTag, type TagTone } from "@/ui/StatusTag";
import { useCase } from "../cases/useCase";
import styles from "./plan.module.css";
import type { PlanTool } from "./types";

const TONES = { chosen: "ok", open: "blue", refused: "bad", former: "grey" } as const;

/** By which tool: the audit's own first; those that are refused are shown with the reason. */
export function ToolField({ tools, label }: { tools: readonly PlanTool[]; label: string }) {
  const { t } = useTranslation();
  const { id } = useCase();
  const code = Form.useWatch("ict_tool") as string | undefined;
  const picked = tools.find((tool) => tool.code === code);
  const options = tools.map((tool) => ({
    value: tool.code,
    label: tool.name,
    standing: t(planKey.standing(tool.standing)),
    tone: TONES[tool.standing as keyof typeof TONES],
    words: tool.is_overdue ? t("plan.toolOverdue") : tool.words,
    disabled: tool.standing === "refused",
  }));
  const hasChosen = tools.some(({ standing }) => standing === "chosen");
  return (
    <Form.Item
      name="ict_tool"
      label={label}
      extra={
        <span className={styles.toolNote}>
          {picked && (picked.is_overdue ? t("plan.toolOverdue") : picked.words)}{" "}
          {(!hasChosen || (picked && picked.standing !== "chosen")) && (
            <PathLink href={`/audits/${id}/ict`}>{t("plan.chooseTools")}</PathLink>
          )}
        </span>
      }
    >
      <Select
        allowClear
        placeholder={t("plan.noTool")}
        options={options}
        optionRender={described}
      />
    </Form.Item>
  );
}

interface Described {
  label: string;
  standing: string;
  tone: TagTone;
  words: string;
}

/** A tool's name with how it stands on the audit and what its assessment says. */
function described({ data }: { data: unknown }) {
  const { label, standing, tone, words } = data as Described;
  return (
    <div className={styles.tool}>
      <span>
        {label} <StatusTag tone={tone}>{standing}</StatusTag>
      </span>
      <small>{words}</small>
    </div>
  );
}

/** The tool that an item begins with once it is remote: the audit's own for calls. */
export function usualTool(tools: readonly PlanTool[]): string {
  const chosen = tools.filter(({ standing }) => standing === "chosen");
  return (chosen.find(({ kind }) => kind === "meeting") ?? chosen[0])?.code ?? "";
}
