import { Modal } from "antd";
import { useTranslation } from "react-i18next";

import styles from "./KeyboardHelp.module.css";

const KEYS = [
  ["/", "search"],
  ["g", "home"],
  ["?", "help"],
  ["Esc", "close"],
] as const;

export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={open} title={t("shell.keys.title")} footer={null} onCancel={onClose} width={360}>
      <dl className={styles.keys}>
        {KEYS.map(([key, name]) => (
          <div key={key}>
            <dt>{t(`shell.keys.${name}`)}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <small>{t("shell.keys.note")}</small>
    </Modal>
  );
}
