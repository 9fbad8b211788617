import { Checkbox, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { Card } from "@/ui/Page";
import { useForm } from "./form";
import { Said } from "./Said";
import styles from "./survey.module.css";
import type { Answers } from "./types";

/** The tool that the client meets with, and whether it is willing. */
export function WillFields() {
  const { t } = useTranslation();
  const { answers, change, asked } = useForm();
  const { meeting_tool: tool, willingness: will } = answers;
  const setWill = (part: Partial<Answers["willingness"]>) =>
    change({ willingness: { ...will, ...part } });
  return (
    <>
      <Card title={t("surveys.tool")}>
        <p className={styles.lead}>{t("surveys.toolLead")}</p>
        <Input
          aria-label={t("surveys.tool")}
          placeholder={t("surveys.toolExample")}
          maxLength={200}
          value={tool.name}
          onChange={({ target }) => change({ meeting_tool: { ...tool, name: target.value } })}
        />
        <Checkbox
          className={styles.choice}
          checked={tool.is_own}
          onChange={({ target }) => change({ meeting_tool: { ...tool, is_own: target.checked } })}
        >
          {t("surveys.toolIsOwn")}
        </Checkbox>
        <Said at="meeting_tool" />
      </Card>
      <Card title={t("surveys.willingness")}>
        <p className={styles.lead}>{t("surveys.willingnessLead")}</p>
        <Radio.Group
          aria-label={t("surveys.willingness")}
          className={styles.choices}
          value={will.answer}
          onChange={({ target }) =>
            setWill({ answer: target.value as Answers["willingness"]["answer"] })
          }
          options={asked.willingness.map(({ code, words }) => ({ value: code, label: words }))}
        />
        {(will.answer === "no" || will.answer === "partly") && (
          <Input.TextArea
            aria-label={t("surveys.ground")}
            placeholder={t("surveys.ground")}
            rows={3}
            maxLength={1000}
            value={will.ground}
            onChange={({ target }) => setWill({ ground: target.value })}
          />
        )}
        <Said at={["willingness", "willingness.ground"]} />
      </Card>
    </>
  );
}
