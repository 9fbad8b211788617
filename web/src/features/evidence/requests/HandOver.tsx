import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Uploader } from "../transfer/Uploader";
import { useItems } from "./CheckDrawer";
import styles from "./requests.module.css";
import { type Request, useDeed } from "./types";

/** Files for a request: new ones, or some that are in the vault already. */
export function HandOver({ of, onDone }: { of: Request; onDone: () => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed();
  const items = useItems(of.case_id);
  const [chosen, setChosen] = useState<string[]>([]);
  const give = async (item_ids: string[]) => {
    const params = { path: { request_id: of.id } };
    const path = "/api/evidence/requests/{request_id}/answers";
    if (await run(client.POST(path, { params, body: { item_ids } }))) onDone();
  };
  return (
    <div className={styles.say}>
      <ErrorSummary error={error} />
      <Uploader
        caseId={of.case_id}
        purpose={{ request: of.id }}
        onSealed={(ids) => void give(ids)}
      />
      <p className="muted">{t(items.length ? "requests.handOverHint" : "requests.noItems")}</p>
      {items.length > 0 && (
        <>
          <Select
            mode="multiple"
            aria-label={t("requests.chooseItems")}
            placeholder={t("requests.chooseItems")}
            value={chosen}
            onChange={setChosen}
            showSearch={{ optionFilterProp: "label" }}
            options={items}
          />
          <Button
            type="primary"
            loading={busy}
            disabled={chosen.length === 0}
            onClick={() => void give(chosen)}
          >
            {t("requests.handOver")}
          </Button>
        </>
      )}
    </div>
  );
}
