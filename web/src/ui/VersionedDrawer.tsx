import type { ReactNode } from "react";

import { FormDrawer } from "./FormDrawer";
import { StaleDialog } from "./StaleDialog";
import { useVersionedForm } from "./useVersionedForm";

interface VersionedDrawerProps<Values extends object, Row extends { version: number }> {
  title: string;
  /** The name of the one primary button: a verb. */
  submitLabel: string;
  /** Field → label, for the error summary and for what differs. */
  labels: Record<string, string>;
  row: Row;
  valuesOf: (row: Row) => Values;
  /** Sends the values with the version that the form began with; gives the row as saved. */
  save: (values: Values, version: number) => Promise<Row | undefined>;
  onClose: () => void;
  /** The form's fields. */
  children: ReactNode;
}

/** A row that others may change meanwhile, edited beside its list; it closes once it is saved. */
export function VersionedDrawer<Values extends object, Row extends { version: number }>(
  props: VersionedDrawerProps<Values, Row>,
) {
  const { title, submitLabel, labels, row, valuesOf, save, onClose, children } = props;
  const { formProps, busy, error, dialog } = useVersionedForm<Values, Row>({
    row,
    valuesOf,
    save: async (values, version) => {
      const saved = await save(values, version);
      onClose();
      return saved;
    },
  });
  return (
    <FormDrawer<Values>
      open
      title={title}
      form={formProps.form}
      initial={formProps.initialValues}
      submitLabel={submitLabel}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={formProps.onFinish}
      onClose={onClose}
      extra={<StaleDialog labels={labels} {...dialog} />}
    >
      {children}
    </FormDrawer>
  );
}
