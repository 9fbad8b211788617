import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { chooseMembership, type Me, meQuery } from "@/api/me";
import { roleKey } from "@/lib/roles";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { PublicFrame } from "@/ui/PublicFrame";
import styles from "./signin.module.css";

interface MembershipPageProps {
  me: Me;
  onChosen: () => void;
}

/** A login acts in one role at a time; this one has several. */
export function MembershipPage({ me, onChosen }: MembershipPageProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const choose = (id: string) => {
    chooseMembership(id)
      .then(() => queryClient.invalidateQueries(meQuery))
      .then(onChosen, setError);
  };
  return (
    <PublicFrame title={t("signin.choose.title")}>
      <p className={styles.lead}>{t("signin.choose.text", { name: me.person.name })}</p>
      <ErrorSummary error={error} />
      <div className={styles.choices}>
        {me.memberships.map(({ id, role, tenant }) => (
          <button key={id} type="button" className={styles.choice} onClick={() => choose(id)}>
            <strong>{t(roleKey(role))}</strong>
            <small>{tenant.name}</small>
            <Icon name="chevron" />
          </button>
        ))}
      </div>
    </PublicFrame>
  );
}
