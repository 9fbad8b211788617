import { Button, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import styles from "./tools.module.css";
import { type Aspect, ASPECTS, type Tool } from "./types";
import { useToolWords } from "./words";

interface Values {
  scores: Record<Aspect, { score: number; evidence: string }>;
  conclusion: string;
}

/** A new assessment: no score without what it rests on. */
export function AssessForm({ of, onDone }: { of: Tool; onDone: () => void }) {
  const { t } = useTranslation();
  const words = useToolWords();
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (body) => {
      const params = { path: { tool_id: of.id } };
      await client.POST("/api/programme/tools/{tool_id}/assessments", { params, body });
      await refresh();
    },
    onSaved: onDone,
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ conclusion: "" }}
      onFinish={(values) => void submit(values)}
    >
      <ErrorSummary error={error} />
      <div className={styles.aspects}>
        {ASPECTS.map((aspect) => (
          <fieldset key={aspect}>
            <legend>{words.aspect(aspect)}</legend>
            <small className="muted">{t(`tools.aspectNote.${aspect}`)}</small>
            <Form.Item
              name={["scores", aspect, "score"]}
              rules={[{ required: true, message: t("tools.scoreMissing") }]}
            >
              <Radio.Group
                aria-label={words.aspect(aspect)}
                optionType="button"
                options={[1, 2, 3, 4, 5]}
              />
            </Form.Item>
            <Form.Item
              name={["scores", aspect, "evidence"]}
              rules={[{ required: true, whitespace: true, message: t("tools.evidenceMissing") }]}
            >
              <Input.TextArea
                rows={2}
                maxLength={4000}
                placeholder={t("tools.evidence")}
                aria-label={t("tools.evidenceOf", { aspect: words.aspect(aspect) })}
              />
            </Form.Item>
          </fieldset>
        ))}
      </div>
      <Form.Item name="conclusion" label={t("tools.conclusion")}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("tools.saveAssessment")}
        </Button>
        <Button onClick={onDone}>{t("ui.cancel")}</Button>
      </div>
    </Form>
  );
}
