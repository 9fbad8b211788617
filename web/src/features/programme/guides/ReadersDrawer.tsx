import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { useRefresh } from "../cases/useCase";
import { type GuideReaders, ReaderFields, useReaderLabels } from "./readers";
import type { Audience, Guide } from "./types";

const valuesOf = ({ audience, schemes, position }: Guide): GuideReaders => ({
  audience: audience as Audience,
  schemes: [...schemes],
  position,
});

/** Who reads a page and where it stands: in force at once, without a new version of its text. */
export function ReadersDrawer({ of, onClose }: { of: Guide; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const labels = useReaderLabels();
  const { formProps, busy, error, dialog } = useVersionedForm<GuideReaders, Guide>({
    row: of,
    valuesOf,
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/programme/guides/{guide_id}", {
        params: { path: { guide_id: of.id } },
        body: { ...values, version },
      });
      await refresh();
      onClose();
      return data;
    },
  });
  return (
    <FormDrawer<GuideReaders>
      open
      title={t("guides.readers")}
      form={formProps.form}
      initial={formProps.initialValues}
      submitLabel={t("guides.saveReaders")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={formProps.onFinish}
      onClose={onClose}
      extra={<StaleDialog labels={labels} {...dialog} />}
    >
      <ReaderFields />
    </FormDrawer>
  );
}
