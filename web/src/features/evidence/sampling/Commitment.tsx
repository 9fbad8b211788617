import { useTranslation } from "react-i18next";

import { Instant } from "@/ui/Instant";
import { Notice } from "@/ui/Notice";
import { Facts } from "@/ui/Page";
import styles from "./sampling.module.css";
import type { WholeSample } from "./types";

/** The seed's hash, and that the journal has it before the list. */
export function Commitment({ of }: { of: WholeSample }) {
  const { t } = useTranslation();
  const list = of.lists.find(({ state }) => state === "ready");
  return (
    <section>
      <h2>{t("sampling.seal.title")}</h2>
      <Facts
        items={[
          [
            t("sampling.seal.value"),
            <code key="value" className={styles.hash}>
              {of.commitment}
            </code>,
          ],
          [
            t("sampling.seal.seed"),
            of.seed ? (
              <code key="seed" className={styles.hash}>
                {of.seed}
              </code>
            ) : (
              t("sampling.seal.hidden")
            ),
          ],
          [
            t("sampling.committed"),
            <span key="by">
              {of.committed_by} · <Instant at={of.committed_at} /> ·{" "}
              {t("sampling.seal.entry", { seq: of.committed_seq })}
            </span>,
          ],
        ]}
      />
      {list && (
        <Notice tone="ok">
          {t("sampling.seal.order", { committed: of.committed_seq, list: list.item_seq })}
        </Notice>
      )}
    </section>
  );
}
