import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./competence.module.css";
import { type Qualification, type QualifiedAs, TONES } from "./types";

/** People × schemes: each cell with role, codes and, where it is not valid, its state. */
export function MatrixCard({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const { data, error } = api.useQuery("get", "/api/programme/qualifications/matrix");
  if (!data) return <Card>{error ? <ErrorSummary error={error} /> : <Waiting />}</Card>;
  if (data.people.length === 0) {
    return (
      <Card>
        <EmptyState icon="shield" title={t("competence.emptyTitle")}>
          {t("competence.empty")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <div className={styles.scroll}>
        <table className={styles.matrix} aria-label={t("competence.matrix")}>
          <thead>
            <tr>
              <th scope="col">{t("competence.person")}</th>
              {data.schemes.map((scheme) => (
                <th key={scheme} scope="col">
                  {scheme}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.people.map(({ person_id, person, cells }) => (
              <tr key={person_id}>
                <th scope="row">{person}</th>
                {cells.map(({ scheme, held }) => (
                  <td key={scheme}>
                    {held.map((row) => (
                      <Held key={row.id} row={row} onOpen={onOpen} />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Held({ row, onOpen }: { row: Qualification; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.held} onClick={() => onOpen(row.id)}>
      <strong>{t(`competence.role.${row.role as QualifiedAs}`)}</strong>
      <span>{row.codes.join(" ")}</span>
      {row.state !== "valid" && (
        <StatusTag tone={TONES[row.state]}>{t(`competence.state.${row.state}`)}</StatusTag>
      )}
    </button>
  );
}
