import { useTranslation } from "react-i18next";

import { Card } from "@/ui/Page";
import styles from "./rulePacks.module.css";
import type { Pack } from "./types";

/** What a draft changes in the edition that it follows, value by value. */
export function Differences({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const title = t("rulePacks.differences", { edition: pack.follows || "—" });
  return (
    <Card title={title} aside={t("rulePacks.count", { count: pack.differences.length })}>
      {pack.differences.length === 0 ? (
        <p className="muted">{t("rulePacks.noDifference")}</p>
      ) : (
        <table className={styles.bands}>
          <thead>
            <tr>
              <th scope="col">{t("rulePacks.parameter")}</th>
              <th scope="col">{t("rulePacks.before")}</th>
              <th scope="col">{t("rulePacks.after")}</th>
            </tr>
          </thead>
          <tbody>
            {pack.differences.map(({ parameter, place, before, after }) => (
              <tr key={`${parameter} ${place}`}>
                <th scope="row">
                  <code>{parameter}</code> {place}
                </th>
                <td>
                  <del>{before}</del>
                </td>
                <td>
                  <ins>{after}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
