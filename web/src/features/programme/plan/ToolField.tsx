import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

import { PathLink } from "@/ui/PathLink";
import { planKey } from "@/lib/plan";
import { useCase } from "../cases/useCase";
import styles from "./plan.module.css";
import type { PlanTool } from "./types";

const STANDINGS = ["chosen", "open", "refused", "former"] as const;

/** By which tool: the audit's own first; those that are refused are shown with the reason. */
export function ToolField({ tools, label }: { tools: readonly PlanTool[]; label: string }) {
  const { t } = useTranslation();
  const { id } = useCase();
  const code = Form.useWatch("ict_tool") as string | undefined;
  const picked = tools.find((tool) => tool.code === code);
  const groups = STANDINGS.map((standing) => ({
    label: t(planKey.standing(standing)),
    options: tools
      .filter((tool) => tool.standing === standing)
      .map((tool) => ({
        value: tool.code,
        label: tool.name,
        words: tool.is_overdue ? t("plan.toolOverdue") : tool.words,
        disabled: standing === "refused",
      })),
  }));
  const hasChosen = tools.some(({ standing }) => standing === "chosen");
  return (
    <Form.Item
      name="ict_tool"
      label={label}
      extra={
        <>
          {picked && (picked.is_overdue ? t("plan.toolOverdue") : picked.words)}{" "}
          {(!hasChosen || (picked && picked.standing !== "chosen")) && (
            <PathLink href={`/audits/${id}/ict`}>{t("plan.chooseTools")}</PathLink>
          )}
        </>
      }
    >
      <Select
        allowClear
        placeholder={t("plan.noTool")}
        options={groups.filter(({ options }) => options.length > 0)}
        optionRender={described}
      />
    </Form.Item>
  );
}

/** A tool's name with what its assessment says. */
function described({ data }: { data: unknown }) {
  const { label, words } = data as { label: string; words: string };
  return (
    <div className={styles.tool}>
      {label}
      <small>{words}</small>
    </div>
  );
}

/** The tool that an item begins with once it is remote: the audit's own for calls. */
export function usualTool(tools: readonly PlanTool[]): string {
  const chosen = tools.filter(({ standing }) => standing === "chosen");
  return (chosen.find(({ kind }) => kind === "meeting") ?? chosen[0])?.code ?? "";
}
