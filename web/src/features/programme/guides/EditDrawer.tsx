import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { VersionedDrawer } from "@/ui/VersionedDrawer";
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
  const save = async (values: GuideTexts, version: number) => {
    const { data } = await client.PUT("/api/programme/guides/{guide_id}/draft", {
      params: { path: { guide_id: of.id } },
      body: { ...values, version },
    });
    await refresh();
    return data?.draft ?? undefined;
  };
  return (
    <VersionedDrawer<GuideTexts, GuideVersion>
      title={t("guides.edit")}
      submitLabel={t("guides.saveDraft")}
      labels={labels}
      row={row as GuideVersion}
      valuesOf={textsOf}
      save={save}
      onClose={onClose}
    >
      <TextFields />
    </VersionedDrawer>
  );
}
