import { Link, Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import { useCan } from "@/api/me";
import { useCaseId } from "@/lib/caseId";
import { type EvidencePartName, evidenceKey } from "@/lib/evidence";
import { Waiting } from "@/ui/Page";
import styles from "./frame.module.css";

export interface EvidencePart {
  /** Its words are `evidence.part.<name>`. */
  name: EvidencePartName;
  /** Below `/audits/$case/evidence`; empty is the first one. */
  path: string;
  /** The object of the matrix whose R right shows it. */
  object: string;
}

/** What was shown in an audit, asked for, drawn and destroyed: one part at a time. */
export function EvidenceTab({ parts }: { parts: readonly EvidencePart[] }) {
  const { t } = useTranslation();
  const can = useCan();
  const root = `/audits/${useCaseId()}/evidence`;
  const visible = parts.filter(({ object }) => can(object, "R"));
  return (
    <div className={styles.tab}>
      {visible.length > 1 && (
        <nav className={styles.parts} aria-label={t("evidence.parts")}>
          {visible.map(({ name, path }) => (
            <Link
              key={name}
              to={path ? `${root}/${path}` : root}
              activeOptions={{ exact: !path, includeSearch: false }}
            >
              {t(evidenceKey.part(name))}
            </Link>
          ))}
        </nav>
      )}
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </div>
  );
}
