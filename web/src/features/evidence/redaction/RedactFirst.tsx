import { Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Redacted } from "./redacted";
import { RedactionDialog } from "./RedactionDialog";
import styles from "./redaction.module.css";

interface RedactFirstProps {
  /** Called once the person has confirmed; nothing was sent before. */
  onReady: (redacted: Redacted) => void;
}

/** Beside every choice of a file: cover parts of a picture or a sound on the device first. */
export function RedactFirst({ onReady }: RedactFirstProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t("redaction.first")}</Button>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept="image/*,audio/*"
        tabIndex={-1}
        aria-label={t("redaction.choose")}
        onChange={({ currentTarget }) => {
          setFile(currentTarget.files?.[0]);
          currentTarget.value = "";
        }}
      />
      {file && (
        <RedactionDialog
          file={file}
          onClose={() => setFile(undefined)}
          onReady={(redacted) => {
            setFile(undefined);
            onReady(redacted);
          }}
        />
      )}
    </>
  );
}
