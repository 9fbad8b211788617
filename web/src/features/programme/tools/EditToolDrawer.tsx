import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { VersionedDrawer } from "@/ui/VersionedDrawer";
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
  const save = async (values: ToolValues, version: number) => {
    const { data } = await client.PATCH("/api/programme/tools/{tool_id}", {
      params: { path: { tool_id: of.id } },
      body: { ...values, version },
    });
    await refresh();
    return data;
  };
  return (
    <VersionedDrawer<ToolValues, Tool>
      title={t("tools.editTitle", { name: of.name })}
      submitLabel={t("tools.saveChanges")}
      labels={labels}
      row={of}
      valuesOf={valuesOf}
      save={save}
      onClose={onClose}
    >
      <ToolFields />
    </VersionedDrawer>
  );
}
