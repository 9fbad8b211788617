import { useTranslation } from "react-i18next";

import { Icon } from "@/ui/icons";
import styles from "./team.module.css";
import type { Reason } from "./types";

/** What speaks for and against somebody, faults first, each with its clause. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  const weight = ({ blocks, is_good }: Reason) => (is_good ? 2 : blocks ? 0 : 1);
  const sorted = reasons.toSorted((one, other) => weight(one) - weight(other));
  return (
    <ul className={styles.reasons}>
      {sorted.map((reason) => (
        <li key={reason.key + reason.words} className={styles[toneOf(reason)]}>
          <Icon name={reason.is_good ? "check" : "warning"} size={12} />
          <span>
            {!reason.is_good && (
              <span className="spoken">
                {t(reason.blocks ? "team.reason.blocks" : "team.reason.warns")}
              </span>
            )}
            {reason.words} {!reason.is_good && <small>{reason.clause}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}

const toneOf = ({ is_good, blocks }: Reason) => (is_good ? "good" : blocks ? "fault" : "warning");
