import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { roleKey } from "@/lib/roles";
import { Card } from "@/ui/Page";
import styles from "./signin.module.css";

export interface DemoLogin {
  email: string;
  password: string;
  name: string;
  role: string;
}

interface DemoLoginsProps {
  chosen: string;
  onChoose: (login: DemoLogin) => void;
}

/** In a demo everybody may see how each role works: one click fills in who. */
export function DemoLogins({ chosen, onChoose }: DemoLoginsProps) {
  const { t, i18n } = useTranslation();
  const { data } = api.useQuery("get", "/api/status");
  if (!data?.demo.length) return null;
  const named = (role: string) => (i18n.exists(`role.${role}`) ? t(roleKey(role)) : role);
  return (
    <Card title={t("signin.demo.title")} aside={t("signin.demo.aside")}>
      <div className={styles.demo}>
        {data.demo.map((login) => (
          <button
            key={login.email}
            type="button"
            className={styles.demoRole}
            aria-pressed={login.email === chosen}
            onClick={() => onChoose(login)}
          >
            <span>{named(login.role)}</span>
            <small>{login.name}</small>
          </button>
        ))}
      </div>
    </Card>
  );
}
