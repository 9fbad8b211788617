import { Button, Checkbox, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useMe } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { useRun } from "../team/useRun";
import styles from "./impartiality.module.css";
import type { Due } from "./types";

/** What the reader has still to sign: the words, then one's own name. */
export function Owed({ dues }: { dues: readonly Due[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t("impartiality.owed")} aside={t("impartiality.owedNote")}>
      {dues.map((due) => (
        <Sign key={due.case_id ?? due.subject} due={due} />
      ))}
    </Card>
  );
}

function Sign({ due }: { due: Due }) {
  const { t } = useTranslation();
  const id = useId();
  const { name } = useMe().person;
  const { run, busy, error } = useRun();
  const [signed, setSigned] = useState("");
  const [has, setHas] = useState(false);
  const sign = () =>
    run(
      client.POST("/api/programme/declarations", {
        body: { case_id: due.case_id, signed_name: signed.trim(), has_interests: has },
      }),
    );
  return (
    <section className={styles.due} aria-label={due.subject}>
      <strong>{due.subject}</strong>
      <blockquote>{due.statement}</blockquote>
      <ErrorSummary error={error} />
      <Checkbox checked={has} onChange={({ target }) => setHas(target.checked)}>
        {t("impartiality.hasInterests")}
      </Checkbox>
      <span className={styles.row}>
        <label htmlFor={id}>{t("impartiality.signHere")}</label>
        <Input
          id={id}
          className={styles.name}
          value={signed}
          maxLength={200}
          placeholder={name}
          autoComplete="off"
          onChange={({ target }) => setSigned(target.value)}
          onPressEnter={() => signed.trim() && sign()}
        />
        <Button loading={busy} disabled={!signed.trim()} onClick={sign}>
          {t("impartiality.sign")}
        </Button>
      </span>
    </section>
  );
}
