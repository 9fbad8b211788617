import { Drawer } from "antd";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import styles from "./sampling.module.css";

/** For an authority: that a sample was drawn as committed, without a word of the list. */
export function ProofDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = api.useQuery("get", "/api/evidence/samples/{sample_id}/proof", {
    params: { path: { sample_id: id } },
  });
  const code = (text: string) => <code className={styles.hash}>{text}</code>;
  return (
    <Drawer open size={560} title={t("sampling.proof.title")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className={styles.sections}>
          <p className="muted">{t("sampling.proof.note")}</p>
          <Facts
            items={[
              [t("sampling.seal.value"), code(data.commitment)],
              [t("sampling.seal.seed"), code(data.seed)],
              [t("sampling.list.hash"), code(data.population_sha256)],
              [t("sampling.rounds"), data.round],
              [t("sampling.proof.rows"), data.drawn_numbers.join("、")],
            ]}
          />
          <Notice tone="ok">
            {t("sampling.seal.order", { committed: data.committed_entry, list: data.list_entry })}
          </Notice>
        </div>
      )}
    </Drawer>
  );
}
