import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { Notice } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useSubmit } from "@/ui/useSubmit";
import { useCaseId, useRefresh } from "../cases/useCase";
import { RowFields, useRowLabels } from "./RowFields";
import type { Matrix, Row, RowIn, Scale } from "./types";
import { useAct } from "./useRisk";

type Values = Omit<RowIn, "due_on"> & { due_on?: string };

const EMPTY: Partial<Values> = {
  sign: "threat",
  factor: "process",
  dimension: "effectiveness",
  due_on: "",
};

function valuesOf(row: Row): Values {
  const { sign, factor, dimension, text, cause, treatment } = row;
  const { likelihood, impact, residual_likelihood, residual_impact } = row;
  const { need_line, treated_by_id, due_on } = row;
  return {
    sign,
    factor,
    dimension,
    text,
    cause,
    treatment,
    need_line,
    treated_by_id,
    likelihood,
    impact,
    residual_likelihood,
    residual_impact,
    due_on: due_on ?? "",
  };
}

interface RowFormProps {
  row: Row | undefined;
  matrix: Matrix;
  scale: Scale;
  onClose: () => void;
}

/** A row of a draft: what may happen, how grave, what is done about it, what is left. */
export function RowForm({ row, matrix, scale, onClose }: RowFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const caseId = useCaseId();
  const refresh = useRefresh();
  const labels = useRowLabels();
  const { submit, busy, error, stale, clear } = useSubmit<Values>({
    form,
    save: async (values) => {
      await send(caseId, row, values);
      await refresh();
    },
    onSaved: onClose,
  });
  return (
    <>
      <FormDrawer<Values>
        open
        title={row ? t("risk.one") : t("risk.addRow")}
        form={form}
        initial={row ? valuesOf(row) : EMPTY}
        submitLabel={t("cases.save")}
        labels={labels}
        busy={busy}
        error={error}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
        extra={row && <Remove row={row} onClose={onClose} />}
      >
        {row?.notes?.map((note) => (
          <Notice key={note} tone="blue">
            {t("risk.fromInformation", { note })}
          </Notice>
        ))}
        <RowFields matrix={matrix} scale={scale} labels={labels} />
      </FormDrawer>
      <StaleDialog
        labels={labels}
        error={stale}
        mine={form.getFieldsValue() as Record<string, unknown>}
        keepMine={(current) => {
          clear();
          void submitAt(Number(current.version));
        }}
        takeTheirs={(current) => {
          form.setFieldsValue(valuesOf(current as unknown as Row));
          clear();
        }}
        onClose={clear}
      />
    </>
  );

  async function submitAt(version: number) {
    if (row) await send(caseId, { ...row, version }, form.getFieldsValue() as Values);
    await refresh();
    onClose();
  }
}

async function send(caseId: string, row: Row | undefined, values: Values): Promise<void> {
  const body = { ...values, due_on: values.due_on || null, need_line: values.need_line ?? null };
  const people = { treated_by_id: values.treated_by_id ?? null };
  if (row) {
    await client.PATCH("/api/programme/risk/rows/{risk_id}", {
      params: { path: { risk_id: row.id } },
      body: { ...body, ...people, version: row.version },
    });
  } else {
    await client.POST("/api/programme/risk/cases/{case_id}/rows", {
      params: { path: { case_id: caseId } },
      body: { ...body, ...people },
    });
  }
}

function Remove({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation();
  const { run, busy } = useAct();
  return (
    <Button
      danger
      loading={busy}
      onClick={() =>
        run(
          client.POST("/api/programme/risk/rows/{risk_id}/remove", {
            params: { path: { risk_id: row.id } },
            body: { version: row.version },
          }),
          onClose,
        )
      }
    >
      {t("risk.remove")}
    </Button>
  );
}
