import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCaseId } from "../cases/useCase";
import styles from "./risk.module.css";
import { DIMENSIONS, FACTORS, type Matrix, type Scale, SIGNS } from "./types";
import { useRiskWords } from "./words";

interface RowFieldsProps {
  matrix: Matrix;
  scale: Scale;
  labels: ReturnType<typeof useRowLabels>;
}

export function RowFields({ matrix, scale, labels }: RowFieldsProps) {
  const { t } = useTranslation();
  const words = useRiskWords();
  const needs = matrix.needs.map(({ line, text }) => ({ value: line, label: text }));
  const codes = {
    sign: SIGNS.map((value) => ({ value, label: words.sign(value) })),
    factor: FACTORS.map((value) => ({ value, label: words.factor(value) })),
    dimension: DIMENSIONS.map((value) => ({ value, label: words.dimension(value) })),
  };
  return (
    <>
      <div className={styles.pairs}>
        {(["sign", "factor", "dimension"] as const).map((name) => (
          <Form.Item key={name} name={name} label={labels[name]}>
            <Select<string> options={codes[name]} />
          </Form.Item>
        ))}
      </div>
      <Form.Item
        name="text"
        label={labels.text}
        rules={[{ required: true, message: t("risk.textMissing") }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="need_line" label={labels.need_line}>
        <Select allowClear options={needs} placeholder={t("risk.noNeed")} />
      </Form.Item>
      <Form.Item name="cause" label={labels.cause}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <div className={styles.pairs}>
        <Grade name="likelihood" label={labels.likelihood} grades={scale.likelihood} />
        <Grade name="impact" label={labels.impact} grades={scale.impact} />
      </div>
      <Form.Item name="treatment" label={labels.treatment}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <div className={styles.pairs}>
        <Form.Item name="treated_by_id" label={labels.treated_by_id}>
          <Owners />
        </Form.Item>
        <Form.Item name="due_on" label={labels.due_on}>
          <Input type="date" />
        </Form.Item>
      </div>
      <div className={styles.pairs}>
        <Grade
          name="residual_likelihood"
          label={labels.residual_likelihood}
          grades={scale.likelihood}
        />
        <Grade name="residual_impact" label={labels.residual_impact} grades={scale.impact} />
      </div>
    </>
  );
}

function Grade({ name, label, grades }: { name: string; label: string; grades: Scale["impact"] }) {
  const chosen = Form.useWatch<number | undefined>(name);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={grades.find(({ grade }) => grade === chosen)?.means}
    >
      <Select
        allowClear
        options={grades.map(({ grade, name: word }) => ({
          value: grade,
          label: `${grade} ${word}`,
        }))}
      />
    </Form.Item>
  );
}

/** The team, the programme managers, the client's coordinator. */
function Owners(props: { id?: string; value?: string; onChange?: () => void }) {
  const params = { path: { case_id: useCaseId() } };
  const { data } = api.useQuery("get", "/api/programme/cases/{case_id}/risk/owners", { params });
  return (
    <Select
      {...props}
      allowClear
      options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

export function useRowLabels() {
  const { t } = useTranslation();
  return {
    sign: t("risk.signLabel"),
    factor: t("risk.factorLabel"),
    dimension: t("risk.dimensionLabel"),
    text: t("risk.text"),
    need_line: t("risk.need"),
    cause: t("risk.cause"),
    likelihood: t("risk.likelihood"),
    impact: t("risk.impact"),
    treatment: t("risk.treatment"),
    treated_by_id: t("risk.owner"),
    due_on: t("risk.due"),
    residual_likelihood: t("risk.residualLikelihood"),
    residual_impact: t("risk.residualImpact"),
  };
}
