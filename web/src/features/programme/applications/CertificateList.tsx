import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import styles from "./applications.module.css";

/** Certificates that the organisation holds, of whichever body. */
export function CertificateList() {
  const { t } = useTranslation();
  return (
    <Form.List name="certificates">
      {(fields, { add, remove }) => (
        <fieldset className={styles.group}>
          <legend>{t("applications.field.certificates")}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.row}>
              <Form.Item name={[name, "scheme"]} label={t("applications.certificate.scheme")}>
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item name={[name, "number"]} label={t("applications.certificate.number")}>
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item name={[name, "issuer"]} label={t("applications.certificate.issuer")}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, "expires_on"]} label={t("applications.certificate.expires")}>
                <Input type="date" />
              </Form.Item>
              <Button onClick={() => remove(name)}>{t("applications.remove")}</Button>
            </div>
          ))}
          <Button
            onClick={() => add({ scheme: "", number: "", issuer: "", expires_on: null })}
            className={styles.add}
          >
            {t("applications.certificate.add")}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
