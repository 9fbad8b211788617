import { App, Button, Drawer, Form, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ErrorSummary } from "./Notice";
import styles from "./FormDrawer.module.css";

interface FormDrawerProps<Values extends object> {
  open: boolean;
  title: string;
  form: FormInstance<Values>;
  initial: Partial<Values>;
  /** The name of the one primary button: a verb. */
  submitLabel: string;
  /** Field → label, for the error summary. */
  labels: Record<string, string>;
  busy: boolean;
  error: unknown;
  onSubmit: (values: Values) => void;
  onClose: () => void;
  children: ReactNode;
  /** Below the form: lists and actions that save on their own. */
  extra?: ReactNode;
}

/** A form beside the list it belongs to. Closing asks only when something would be lost. */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const { open, title, form, initial, submitLabel, labels, busy, error } = props;
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const close = () => {
    if (!form.isFieldsTouched()) return props.onClose();
    return void modal.confirm({
      title: t("ui.discard.title"),
      content: t("ui.discard.text"),
      okText: t("ui.discard.leave"),
      cancelText: t("ui.discard.stay"),
      onOk: props.onClose,
    });
  };
  return (
    <Drawer
      open={open}
      title={title}
      size={480}
      destroyOnHidden
      onClose={close}
      footer={
        <div className={styles.foot}>
          <Button onClick={close}>{t("ui.cancel")}</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            {submitLabel}
          </Button>
        </div>
      }
    >
      <div className={styles.body}>
        <ErrorSummary error={error} labels={labels} />
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={initial}
          requiredMark={false}
          onFinish={props.onSubmit}
        >
          {props.children}
        </Form>
        {props.extra}
      </div>
    </Drawer>
  );
}
