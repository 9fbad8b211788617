import { Form } from "antd";
import { useState } from "react";

import { useSubmit } from "./useSubmit";

interface Versioned {
  version: number;
}

interface Options<Values, Row> {
  row: Row;
  valuesOf: (row: Row) => Values;
  /** Sends the values with the version that the form began with; gives the row as saved. */
  save: (values: Values, version: number) => Promise<Row | undefined>;
}

/**
 * A form over a row that others may change meanwhile. It keeps the version that it began with,
 * whatever arrives by live updates, so that saving second is noticed (409) and
 * {@link StaleDialog}, fed with `dialog`, offers both versions. `formProps` go to the `Form`.
 */
export function useVersionedForm<Values extends object, Row extends Versioned>(
  options: Options<Values, Row>,
) {
  const { row, valuesOf, save } = options;
  const [form] = Form.useForm<Values>();
  const [version, setVersion] = useState(row.version);
  const [saved, setSaved] = useState(false);
  const { submit, busy, error, stale, clear } = useSubmit<Values>({
    form,
    save: async (values) => {
      setSaved(false);
      setVersion((await save(values, version))?.version ?? version);
    },
    onSaved: () => setSaved(true),
  });
  const resolve = (current: Record<string, unknown>, values?: Values) => {
    setVersion(Number(current.version));
    if (values) form.setFieldsValue(values as Parameters<typeof form.setFieldsValue>[0]);
    clear();
  };
  return {
    formProps: {
      form,
      layout: "vertical" as const,
      requiredMark: false,
      initialValues: valuesOf(row),
      onValuesChange: () => setSaved(false),
      onFinish: (values: Values) => void submit(values),
    },
    busy,
    error,
    saved,
    dialog: {
      error: stale,
      mine: form.getFieldsValue() as Record<string, unknown>,
      keepMine: (current: Record<string, unknown>) => resolve(current),
      takeTheirs: (current: Record<string, unknown>) =>
        resolve(current, valuesOf(current as unknown as Row)),
      onClose: clear,
    },
  };
}
