import { Select, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import styles from "./imports.module.css";
import { refusalOf } from "./rows";
import type { Kind } from "./types";

interface ChooseProps {
  kinds: readonly Kind[];
  kind: Kind;
  onKind: (name: string) => void;
  onChecked: (id: string) => void;
}

/** What is to be imported, the template for it, and the place where the filled-in one goes. */
export function Choose({ kinds, kind, onKind, onChecked }: ChooseProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <div className={styles.stack}>
        <div className={styles.what}>
          <Select<string>
            aria-label={t("imports.what")}
            className={styles.kind}
            value={kind.name}
            onChange={onKind}
            options={kinds.map(({ name, title }) => ({ value: name, label: title }))}
          />
          <a
            className={styles.template}
            href={`/api/identity/imports/template?kind=${kind.name}`}
            download
          >
            <Icon name="download" />
            {t("imports.template", { kind: kind.title })}
          </a>
        </div>
        <p className="muted">{kind.note}</p>
        <DropPlace key={kind.name} kind={kind.name} onChecked={onChecked} />
      </div>
    </Card>
  );
}

interface DropPlaceProps {
  kind: string;
  onChecked: (id: string) => void;
}

function DropPlace({ kind, onChecked }: DropPlaceProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const check = (file: File) => {
    const refusal = refusalOf(file);
    setError(refusal && new Error(t(`imports.${refusal}`, { name: file.name })));
    if (refusal) return;
    setBusy(true);
    send(kind, file)
      .then(onChecked, setError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <ErrorSummary error={error} />
      <Upload.Dragger
        className={styles.drop}
        accept=".xlsx"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          check(file);
          return false;
        }}
      >
        <span className={styles.dropText} aria-busy={busy}>
          <Icon name="upload" size={24} />
          <strong>{t(busy ? "imports.checking" : "imports.drop")}</strong>
          <small>{t("imports.limits")}</small>
        </span>
      </Upload.Dragger>
    </>
  );
}

/** The id of the checked import; nothing is written yet. */
async function send(kind: string, file: File): Promise<string> {
  const { data } = await client.POST("/api/identity/imports", {
    params: { query: { kind } },
    body: { file: "" },
    bodySerializer: () => {
      const form = new FormData();
      form.append("file", file);
      return form;
    },
  });
  return data?.id ?? "";
}
