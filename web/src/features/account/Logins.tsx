import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import type { components } from "@/api/schema";
import { Icon } from "@/ui/icons";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./account.module.css";

type Login = components["schemas"]["Login"];

/** Every device on which this account is signed in, and a way to end each. */
export function Logins() {
  const { t } = useTranslation();
  const { data, error, refetch } = api.useQuery("get", "/api/identity/logins");
  const [refusal, setRefusal] = useState<unknown>(null);
  const run = (action: Promise<unknown>) => {
    setRefusal(null);
    action.catch(setRefusal).finally(() => void refetch());
  };
  const others = data?.some((login) => !login.is_current) ?? false;
  return (
    <Card
      title={t("account.logins.title")}
      aside={
        others && (
          <Button onClick={() => run(client.POST("/api/identity/logins/end-others"))}>
            {t("account.logins.endOthers")}
          </Button>
        )
      }
    >
      <ErrorSummary error={error ?? refusal} />
      {!data && !error && <Waiting />}
      <ul className={styles.list}>
        {data?.map((login) => (
          <Device
            key={login.id}
            login={login}
            onEnd={() => {
              const params = { path: { login_id: login.id } };
              run(client.POST("/api/identity/logins/{login_id}/end", { params }));
            }}
          />
        ))}
      </ul>
    </Card>
  );
}

function Device({ login, onEnd }: { login: Login; onEnd: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <Icon name="device" />
      <span>
        <strong>{login.device || t("account.logins.unknown")}</strong>
        <small>
          {login.ip} · {t("account.logins.signedIn")} <Instant at={login.signed_in_at} /> ·{" "}
          {t("account.logins.seen")} <Instant at={login.last_seen_at} relative />
        </small>
      </span>
      {login.is_current ? (
        <StatusTag tone="ok">{t("account.logins.current")}</StatusTag>
      ) : (
        <Button onClick={onEnd}>{t("account.logins.end")}</Button>
      )}
    </li>
  );
}
