import { useTranslation } from "react-i18next";

import { bytes } from "@/lib/evidence";
import styles from "./parcels.module.css";

interface Content {
  code: string;
  size: number;
  sha256: string;
  name?: string;
}

/** What lies in a parcel, each by its hash. */
export function Contents({ of }: { of: readonly Content[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("parcels.contents", { count: of.length })}</h2>
      <ol className={styles.contents}>
        {of.map(({ code, size, sha256, name }) => (
          <li key={code}>
            <strong>{name ? `${code} ${name}` : code}</strong>
            <span>{bytes(size)}</span>
            <code title="SHA-256">{sha256}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
