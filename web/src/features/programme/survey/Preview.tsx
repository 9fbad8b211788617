import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";

import type { components } from "@/api/schema";
import { StatusTag } from "@/ui/StatusTag";
import { Waiting } from "@/ui/Page";
import styles from "./survey.module.css";

interface PreviewProps {
  preview: components["schemas"]["CampaignPreview"] | undefined;
  without: readonly string[];
  onWithout: (without: readonly string[]) => void;
}

/** Who would be asked; who is skipped, and why. Any client can be left out by hand. */
export function Preview({ preview, without, onWithout }: PreviewProps) {
  const { t } = useTranslation();
  if (!preview) return <Waiting />;
  const toggle = (id: string, isAsked: boolean) =>
    onWithout(isAsked ? without.filter((each) => each !== id) : [...without, id]);
  return (
    <>
      <p className={styles.lead}>
        {t("surveys.previewCounts", {
          asked: preview.asked,
          skipped: preview.choices.length - preview.asked,
        })}
      </p>
      <ul className={styles.preview}>
        {preview.choices.map(({ client_id: id, client, schemes, skipped }) => (
          <li key={id}>
            <Checkbox
              checked={!skipped}
              disabled={Boolean(skipped) && !without.includes(id)}
              onChange={({ target }) => toggle(id, target.checked)}
            >
              {client}
            </Checkbox>
            {schemes.length > 0 && <StatusTag tone="blue">{schemes.join(" + ")}</StatusTag>}
            {skipped && <small>{skipped}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
