import { Button, Form, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { StatusTag } from "@/ui/StatusTag";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { useRefresh } from "../cases/useCase";
import styles from "./feasibility.module.css";
import type { Condition, Feasibility } from "./types";

interface Judged {
  holds: "yes" | "no" | "open";
  note: string;
}
type Values = Record<string, Judged>;
interface Row {
  version: number;
  conditions: Record<string, { holds?: boolean | null; note?: string }>;
}

const SAID = { yes: true, no: false, open: null } as const;
const said = (holds?: boolean | null) => (holds ? "yes" : holds === false ? "no" : "open");

interface ConditionsProps {
  caseId: string;
  page: Feasibility;
  may: boolean;
}

/** The eight conditions: each yes or no with a note, beside what the machine can add. */
export function Conditions({ caseId, page, may }: ConditionsProps) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const labels = Object.fromEntries(page.conditions.map(({ code, words }) => [code, words]));
  const row: Row = {
    version: page.conditions_version,
    conditions: Object.fromEntries(page.conditions.map((each) => [each.code, each])),
  };
  const { formProps, busy, error, saved, dialog } = useVersionedForm<Values, Row>({
    row,
    valuesOf: ({ conditions }) =>
      Object.fromEntries(
        page.conditions.map(({ code }) => [
          code,
          { holds: said(conditions[code]?.holds), note: conditions[code]?.note ?? "" },
        ]),
      ),
    save: async (values, version) => {
      const conditions = Object.fromEntries(
        Object.entries(values).map(([code, { holds, note }]) => [
          code,
          { holds: SAID[holds], note },
        ]),
      );
      const { data } = await client.PATCH("/api/programme/cases/{case_id}/conditions", {
        params: { path: { case_id: caseId } },
        body: { version, conditions },
      });
      await refresh();
      return data && { version: data.conditions_version, conditions: {} };
    },
  });
  if (!may) return page.conditions.map((each) => <Shown key={each.code} of={each} />);
  return (
    <Form<Values> {...formProps}>
      <ErrorSummary error={error} />
      {page.conditions.map((each) => (
        <Judge key={each.code} of={each} />
      ))}
      <Button htmlType="submit" loading={busy}>
        {t("cases.save")}
      </Button>
      {saved && <Notice tone="ok">{t("cases.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </Form>
  );
}

function Judge({ of }: { of: Condition }) {
  const { t } = useTranslation();
  const options = (["yes", "no", "open"] as const).map((value) => ({
    value,
    label: t(`feasibility.holds.${value}`),
  }));
  return (
    <div className={styles.condition}>
      <div className={styles.head}>
        <span>{of.words}</span>
        <Form.Item name={[of.code, "holds"]} aria-label={of.words}>
          <Segmented size="small" options={options} />
        </Form.Item>
      </div>
      <Hints of={of} />
      <Form.Item name={[of.code, "note"]}>
        <Input
          aria-label={t("feasibility.noteTo", { condition: of.words })}
          placeholder={t("feasibility.note")}
          maxLength={4000}
        />
      </Form.Item>
    </div>
  );
}

function Shown({ of }: { of: Condition }) {
  const { t } = useTranslation();
  const holds = said(of.holds);
  return (
    <div className={styles.condition}>
      <div className={styles.head}>
        <span>{of.words}</span>
        <StatusTag tone={holds === "yes" ? "ok" : holds === "no" ? "bad" : "grey"}>
          {t(`feasibility.holds.${holds}`)}
        </StatusTag>
      </div>
      {of.note && <p className={styles.quote}>{of.note}</p>}
    </div>
  );
}

function Hints({ of }: { of: Condition }) {
  if (of.hints.length === 0) return null;
  return (
    <ul className={styles.hints}>
      {of.hints.map(({ source, words }) => (
        <li key={`${source}${words}`}>
          <small>
            {source} · {words}
          </small>
        </li>
      ))}
    </ul>
  );
}
