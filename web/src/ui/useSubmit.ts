import type { FormInstance } from "antd";
import { useState } from "react";

import { ApiError, isStale } from "@/lib/errors";

interface SubmitOptions<Values> {
  form: FormInstance<Values>;
  save: (values: Values) => Promise<unknown>;
  onSaved: () => void;
}

/** Sends a form once, shows the server's verdict beside the fields, keeps every input on failure. */
export function useSubmit<Values>({ form, save, onSaved }: SubmitOptions<Values>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (values: Values) => {
    setBusy(true);
    setError(null);
    try {
      await save(values);
      onSaved();
    } catch (refusal) {
      setError(refusal);
      markFields(form, refusal);
    } finally {
      setBusy(false);
    }
  };
  return {
    submit,
    busy,
    error: isStale(error) ? null : error,
    stale: isStale(error) ? error : null,
    clear: () => setError(null),
  };
}

/** Puts the server's sentences under the fields they are about; `a.b` is field b of group a. */
export function markFields<Values>(form: FormInstance<Values>, error: unknown): void {
  if (!(error instanceof ApiError)) return;
  const known = form.getFieldsValue(true) as object;
  const marked = Object.entries(error.fields)
    .map(([field, sentence]) => ({ name: field.split("."), errors: [sentence] }))
    .filter(({ name: [first = ""] }) => first in known);
  form.setFields(marked as Parameters<typeof form.setFields>[0]);
}
