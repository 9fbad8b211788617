import { Upload as Dragger } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FilterTabs } from "@/ui/FilterTabs";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import styles from "./imports.module.css";
import { isKind, type Kind, KINDS, uploadWorkbook } from "./types";

/** The first two steps: the template of a kind, and the filled-in workbook. */
export function Upload({ onChecked }: { onChecked: (id: string) => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>("people");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const check = async (file: File) => {
    setBusy(true);
    setError(null);
    try {
      onChecked((await uploadWorkbook(kind, file)).id);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={t("imports.what")}>
      <div className={styles.lines}>
        <FilterTabs
          label={t("imports.what")}
          value={kind}
          onChange={(chosen) => isKind(chosen) && setKind(chosen)}
          options={KINDS.map((one) => ({ value: one, label: t(`imports.kind.${one}`) }))}
        />
        <p className="muted">{t(`imports.about.${kind}`)}</p>
        <a
          className={styles.template}
          href={`/api/identity/imports/template?kind=${kind}`}
          download
        >
          <Icon name="download" />
          {t("imports.template")}
        </a>
        <ErrorSummary error={error} />
        <Dragger.Dragger
          accept=".xlsx"
          maxCount={1}
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file) => {
            void check(file);
            return false;
          }}
        >
          <p>
            <Icon name="upload" size={24} />
          </p>
          <p>{t(busy ? "imports.checking" : "imports.drop")}</p>
          <small>{t("imports.dropNote")}</small>
        </Dragger.Dragger>
      </div>
    </Card>
  );
}
