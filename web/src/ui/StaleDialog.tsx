import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";

import type { ApiError } from "@/lib/errors";
import { differences } from "./differences";
import styles from "./StaleDialog.module.css";

export interface StaleDialogProps {
  /** The 409 of the server; its params hold the row as it is now. */
  error: ApiError | null;
  mine: Record<string, unknown>;
  /** Field → label, in the order of the form. */
  labels: Record<string, string>;
  /** Turns a stored value into what the reader sees (a role's name, a date). */
  show?: (field: string, value: string) => string;
  /** Lists and the like in words, of my values and of the stored row alike. */
  textsOf?: (row: Record<string, unknown>) => Record<string, string>;
  keepMine: (current: Record<string, unknown>) => void;
  takeTheirs: (current: Record<string, unknown>) => void;
  onClose: () => void;
}

/** Somebody saved first: what differs, and whose version to keep. */
export function StaleDialog(props: StaleDialogProps) {
  const { error, mine, labels, textsOf, keepMine, takeTheirs, onClose } = props;
  const { t } = useTranslation();
  const current = (error?.params.current ?? {}) as Record<string, unknown>;
  return (
    <Modal
      open={error !== null}
      title={t("ui.stale.title")}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={() => takeTheirs(current)}>{t("ui.stale.takeTheirs")}</Button>
          <Button type="primary" onClick={() => keepMine(current)}>
            {t("ui.stale.keepMine")}
          </Button>
        </>
      }
    >
      <p>{error?.message}</p>
      {error && (
        <Comparison
          rows={differences(
            { ...mine, ...textsOf?.(mine) },
            { ...current, ...textsOf?.(current) },
            labels,
          )}
          labels={labels}
          show={props.show}
        />
      )}
    </Modal>
  );
}

interface ComparisonProps {
  rows: ReturnType<typeof differences>;
  labels: Record<string, string>;
  show: StaleDialogProps["show"];
}

function Comparison({ rows, labels, show = (_field, value) => value }: ComparisonProps) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="muted">{t("ui.stale.same")}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("ui.stale.field")}</th>
          <th scope="col">{t("ui.stale.mine")}</th>
          <th scope="col">{t("ui.stale.theirs")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, mine, theirs }) => (
          <tr key={field}>
            <th scope="row">{labels[field]}</th>
            <td>{show(field, mine) || t("ui.none")}</td>
            <td>{show(field, theirs) || t("ui.none")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
