import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { useRefresh } from "../cases/useCase";
import { ToolFields, type ToolValues, useToolLabels } from "./fields";
import type { Tool } from "./types";

const valuesOf = ({ name, vendor, kind, deployment, note }: Tool) =>
  ({ name, vendor, kind, deployment, note }) as ToolValues;

/** What is known of a tool, changed; its scores change by a new assessment only. */
export function EditToolDrawer({ of, onClose }: { of: Tool; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const labels = useToolLabels();
  const { formProps, busy, error, dialog } = useVersionedForm<ToolValues, Tool>({
    row: of,
    valuesOf,
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/programme/tools/{tool_id}", {
        params: { path: { tool_id: of.id } },
        body: { ...values, version },
      });
      await refresh();
      onClose();
      return data;
    },
  });
  return (
    <FormDrawer<ToolValues>
      open
      title={t("tools.editTitle", { name: of.name })}
      form={formProps.form}
      initial={formProps.initialValues}
      submitLabel={t("tools.saveChanges")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={formProps.onFinish}
      onClose={onClose}
      extra={<StaleDialog labels={labels} {...dialog} />}
    >
      <ToolFields />
    </FormDrawer>
  );
}
