import { Form } from "antd";
import { useEffect, useRef, useState } from "react";

import { ApiError, isStale } from "@/lib/errors";
import {
  type Acts,
  type Application,
  bodyOf,
  type FormShown,
  type FormValues,
  placeOf,
  valuesOf,
} from "./types";

const PAUSE = 1200;
const now = () => new Date();
type Saved = Date | "saving" | "waiting" | null;

interface AutosaveOptions {
  row: Application;
  shown: FormShown;
  acts: Acts;
  onRow: (row: Application) => void;
}

/** Saves the form whenever the writer pauses, one save at a time; nothing typed is ever replaced. */
export function useAutosave({ row, shown, acts, onRow }: AutosaveOptions) {
  const [form] = Form.useForm<FormValues>();
  const [initial] = useState(() => valuesOf(shown));
  const [saved, setSaved] = useState<Saved>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const version = useRef(row.version);
  const timer = useRef(0);
  const running = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const keep = async () => {
    setSaved("saving");
    try {
      const kept = await acts.save(version.current, bodyOf(form.getFieldsValue(true)));
      version.current = kept.version;
      setSaved(now());
      setError(null);
    } catch (refusal) {
      setSaved("waiting");
      show(refusal);
      throw refusal;
    }
  };
  const show = (refusal: unknown) => {
    setError(refusal);
    if (!(refusal instanceof ApiError)) return;
    const marked = Object.entries(refusal.fields);
    form.setFields(
      marked.map(([field, sentence]) => ({
        name: placeOf(field),
        errors: [sentence],
      })) as unknown as Parameters<typeof form.setFields>[0],
    );
  };
  /** After the save before it; its outcome is for whoever waits. */
  const queue = () => {
    window.clearTimeout(timer.current);
    const next = running.current.then(keep);
    running.current = next.catch(() => undefined);
    return next;
  };
  const changed = () => {
    setSaved("waiting");
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void queue().catch(() => undefined), PAUSE);
  };
  const submit = async () => {
    setBusy(true);
    try {
      await queue();
      onRow(await acts.submit(version.current));
    } catch (refusal) {
      show(refusal);
    } finally {
      setBusy(false);
    }
  };
  const current = isStale(error)
    ? (error.params.current as { form: FormShown; version: number })
    : null;
  const reload = current
    ? () => {
        form.setFieldsValue(valuesOf(current.form) as Parameters<typeof form.setFieldsValue>[0]);
        version.current = current.version;
        setError(null);
      }
    : null;
  return {
    form,
    initial,
    changed,
    saved,
    error,
    submit: () => void submit(),
    busy,
    reload,
    flush: queue,
  };
}
