import { Form, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";

import { FACTORS } from "./types";
import { useFeasibilityWords } from "./words";

export interface SceneValues {
  name: string;
  presentation: string;
  factors: Record<string, number>;
}

/** What two people fill in of a scene: its own name, how it is shown, five scores. */
export function SceneFields({ scored }: { scored: boolean }) {
  const { t } = useTranslation();
  const words = useFeasibilityWords();
  const scores = [0, 1, 2].map((value) => ({ value, label: String(value) }));
  return (
    <>
      <Form.Item
        name="name"
        label={t("feasibility.sceneName")}
        extra={t("feasibility.sceneNameHint")}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="presentation" label={t("feasibility.presentation")}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      {scored && (
        <>
          <p>{t("feasibility.factorsHint")}</p>
          {FACTORS.map((factor) => (
            <Form.Item key={factor} name={["factors", factor]} label={words.factor(factor)}>
              <Segmented options={scores} />
            </Form.Item>
          ))}
        </>
      )}
    </>
  );
}

/** Every score that nobody gave is 0. */
export const allFactors = (given: Record<string, number> = {}): Record<string, number> =>
  Object.fromEntries(FACTORS.map((factor) => [factor, given[factor] ?? 0]));
