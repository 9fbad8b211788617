import { useTranslation } from "react-i18next";

import { useCan } from "@/api/me";
import { Instant } from "@/ui/Instant";
import { SignatureMark } from "@/ui/SignaturePad";
import { StatusTag } from "@/ui/StatusTag";
import { AgreementTerms } from "./AgreementTerms";
import styles from "./feasibility.module.css";
import { SignBox } from "./SignBox";
import { type Agreement, toneOf } from "./types";
import { useFeasibilityWords } from "./words";

interface VersionProps {
  of: Agreement;
  isClient: boolean;
  open: boolean;
}

/** One version: its documents, who signed, and what is to be done with it. */
export function AgreementVersion({ of, isClient, open }: VersionProps) {
  const { t } = useTranslation();
  const can = useCan();
  const words = useFeasibilityWords();
  const isMine = isClient ? of.is_signed_by_client : of.is_signed_by_body;
  const asked = open && of.state === "issued" && can("surveys", "A") && !isMine;
  return (
    <section
      className={styles.stack}
      aria-label={t("feasibility.versionOf", { number: of.number })}
    >
      <div className={styles.row}>
        <strong>{t("feasibility.versionOf", { number: of.number })}</strong>
        <StatusTag tone={toneOf(of.state)}>{words.agreement(of.state)}</StatusTag>
        {of.in_force_at && <Instant at={of.in_force_at} />}
      </div>
      {of.change_reason && <p className={styles.quote}>{of.change_reason}</p>}
      <Documents of={of} />
      {of.state === "draft" && can("surveys", "C") && open && <AgreementTerms of={of} />}
      {of.signatures.length > 0 && <Signatures of={of} />}
      {asked && <SignBox of={of} />}
    </section>
  );
}

const address = (of: Agreement, language: string, kind: string, shown = false): string =>
  `/api/programme/agreements/${of.id}/document?language=${language}&kind=${kind}&is_shown=${shown}`;

function Documents({ of }: { of: Agreement }) {
  const { t } = useTranslation();
  return (
    <div className={styles.row}>
      <a href={address(of, "zh", "pdf", true)} target="_blank" rel="noreferrer">
        {t(of.state === "draft" ? "feasibility.preview" : "feasibility.read")}
      </a>
      {(["zh", "en"] as const).map((language) =>
        (["pdf", "docx"] as const).map((kind) => (
          <a key={language + kind} href={address(of, language, kind)} download>
            {t(`feasibility.document.${language}_${kind}`)}
          </a>
        )),
      )}
    </div>
  );
}

function Signatures({ of }: { of: Agreement }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.signatures}>
        {of.signatures.map((each) => (
          <div key={each.id} className={styles.signature}>
            <small>{t(`feasibility.side.${each.side as "body" | "client"}`)}</small>
            <SignatureMark name={each.name} method={each.method} strokes={each.strokes} />
            <small>
              {each.name} · <Instant at={each.given_at} />
            </small>
          </div>
        ))}
      </div>
      <span className={styles.digest}>SHA-256 {of.pdf_sha256}</span>
    </>
  );
}
