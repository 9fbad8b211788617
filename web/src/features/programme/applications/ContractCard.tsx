import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { isSigned, SignatureMark, SignaturePad, UNSIGNED } from "@/ui/SignaturePad";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./applications.module.css";
import type { Acts, Contract } from "./types";

interface ContractCardProps {
  contract: Contract;
  /** For whom the reader may sign; none: only reading. */
  side: "body" | "client" | null;
  acts: Pick<Acts, "sign" | "download">;
  onSigned: (row: Awaited<ReturnType<Acts["sign"]>>) => void;
}

/** The contract: read it, sign it, and see who signed which file. */
export function ContractCard({ contract, side, acts, onSigned }: ContractCardProps) {
  const { t } = useTranslation();
  const isSignedByBoth = contract.state === "signed";
  const mayNow = side && !contract.signatures.some((given) => given.side === side);
  return (
    <Card
      title={t("applications.contract.title", { number: contract.number })}
      tags={
        <StatusTag tone={isSignedByBoth ? "ok" : "warn"}>
          {t(isSignedByBoth ? "applications.contract.signed" : "applications.contract.out")}
        </StatusTag>
      }
    >
      <div className={styles.stack}>
        <div className={styles.actions}>
          <Button onClick={() => acts.download("pdf")}>{t("applications.contract.pdf")}</Button>
          <Button onClick={() => acts.download("docx")}>{t("applications.contract.docx")}</Button>
        </div>
        <div className={styles.signatures}>
          {contract.signatures.map((given) => (
            <div key={given.id}>
              <SignatureMark {...given} />
              <div>
                {t(`applications.side.${given.side as "body" | "client"}`)} · {given.name}
              </div>
              <small>
                <Instant at={given.given_at} /> ·{" "}
                {t("applications.contract.entry", { number: given.entry })}
              </small>
            </div>
          ))}
        </div>
        {mayNow && !isSignedByBoth && <Sign acts={acts} onSigned={onSigned} />}
      </div>
    </Card>
  );
}

function Sign({ acts, onSigned }: Pick<ContractCardProps, "acts" | "onSigned">) {
  const { t } = useTranslation();
  const [value, setValue] = useState(UNSIGNED);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sign = () => {
    setBusy(true);
    setError(null);
    acts
      .sign(value)
      .then(onSigned, setError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Notice tone="blue">{t("applications.contract.note")}</Notice>
      <ErrorSummary error={error} />
      <SignaturePad value={value} onChange={setValue} />
      <span>
        <Button type="primary" disabled={!isSigned(value)} loading={busy} onClick={sign}>
          {t("applications.contract.sign")}
        </Button>
      </span>
    </>
  );
}
