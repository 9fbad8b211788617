import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { useRefresh } from "../cases/useCase";
import { type GuideTexts, TextFields, useTextLabels } from "./fields";
import { type Guide, type GuideVersion, shownOf } from "./types";

const textsOf = (row: GuideVersion): GuideTexts => ({
  title_zh: row.title_zh,
  title_en: row.title_en,
  text_zh: row.text_zh,
  text_en: row.text_en,
  note: row.state === "draft" ? row.note : "",
});

/** A draft beside what is published: readers see it once it is published. */
export function EditDrawer({ of, onClose }: { of: Guide; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const labels = useTextLabels();
  const base = of.draft ?? shownOf(of);
  const row = base ? { ...base, version: of.draft?.version ?? 0 } : null;
  const { formProps, busy, error, dialog } = useVersionedForm<GuideTexts, GuideVersion>({
    row: row as GuideVersion,
    valuesOf: textsOf,
    save: async (values, version) => {
      const { data } = await client.PUT("/api/programme/guides/{guide_id}/draft", {
        params: { path: { guide_id: of.id } },
        body: { ...values, version },
      });
      await refresh();
      onClose();
      return data?.draft ?? undefined;
    },
  });
  return (
    <FormDrawer<GuideTexts>
      open
      title={t("guides.edit")}
      form={formProps.form}
      initial={formProps.initialValues}
      submitLabel={t("guides.saveDraft")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={formProps.onFinish}
      onClose={onClose}
      extra={<StaleDialog labels={labels} {...dialog} />}
    >
      <TextFields />
    </FormDrawer>
  );
}
