import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useMe } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { isSigned, SignaturePad, UNSIGNED } from "@/ui/SignaturePad";
import styles from "./feasibility.module.css";
import type { Agreement } from "./types";
import { useAction } from "./useFeasibility";

/** Signing for one's own side, on a phone as well. */
export function SignBox({ of }: { of: Agreement }) {
  const { t } = useTranslation();
  const { person } = useMe();
  const { run, busy, error } = useAction();
  const [value, setValue] = useState({ ...UNSIGNED, name: person.name });
  const [read, setRead] = useState(false);
  const sign = () =>
    void run(
      client.POST("/api/programme/agreements/{agreement_id}/sign", {
        params: { path: { agreement_id: of.id } },
        body: value,
      }),
    );
  return (
    <div className={styles.stack}>
      <Checkbox checked={read} onChange={(event) => setRead(event.target.checked)}>
        {t("feasibility.haveRead", { number: of.number })}
      </Checkbox>
      <SignaturePad value={value} onChange={setValue} />
      <ErrorSummary error={error} />
      <div>
        <Button type="primary" loading={busy} disabled={!read || !isSigned(value)} onClick={sign}>
          {t("feasibility.sign")}
        </Button>
      </div>
    </div>
  );
}
