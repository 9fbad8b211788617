import { useTranslation } from "react-i18next";

import { Card, Facts } from "@/ui/Page";
import styles from "./applications.module.css";
import type { FormShown } from "./types";

/** What the applicant said, to read. */
export function Said({ form }: { form: FormShown }) {
  const { t } = useTranslation();
  const line = (name: "name" | "address" | "contact_name" | "contact_phone" | "scope") =>
    [t(`applications.field.${name}`), form[name]] as const;
  const days = [form.wanted_from, form.wanted_to].filter(Boolean).join(" – ");
  const items: (readonly [string, string])[] = [
    line("name"),
    form.is_foreign
      ? [t("applications.field.registration"), form.registration]
      : [t("applications.field.credit_code"), form.credit_code],
    line("address"),
    line("contact_name"),
    line("contact_phone"),
    [t("applications.field.contact_email"), form.contact_email],
    [t("applications.field.schemes"), form.schemes.join(" + ")],
    line("scope"),
    [t("applications.wanted"), days],
    [
      t("applications.field.certificates"),
      form.certificates
        .map((each) => [each.scheme, each.number, each.issuer].filter(Boolean).join(" "))
        .join("；"),
    ],
    [t("applications.field.special_security"), form.special_security],
    [t("applications.field.consultancy"), form.consultancy],
  ];
  return (
    <Card title={t("applications.said")}>
      <Facts items={items.filter(([, value]) => value)} />
      <h3 className={styles.part}>{t("applications.steps.sites")}</h3>
      <Facts
        items={form.sites.map((site) => [
          site.name,
          t("applications.siteLine", { people: peopleOf(site), address: site.address }),
        ])}
      />
    </Card>
  );
}

function peopleOf({ headcount }: FormShown["sites"][number]): number {
  return headcount.full_time + headcount.part_time + headcount.contractors;
}
