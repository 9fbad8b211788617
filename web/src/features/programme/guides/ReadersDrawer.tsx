import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { VersionedDrawer } from "@/ui/VersionedDrawer";
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
  const save = async (values: GuideReaders, version: number) => {
    const { data } = await client.PATCH("/api/programme/guides/{guide_id}", {
      params: { path: { guide_id: of.id } },
      body: { ...values, version },
    });
    await refresh();
    return data;
  };
  return (
    <VersionedDrawer<GuideReaders, Guide>
      title={t("guides.readers")}
      submitLabel={t("guides.saveReaders")}
      labels={labels}
      row={of}
      valuesOf={valuesOf}
      save={save}
      onClose={onClose}
    >
      <ReaderFields />
    </VersionedDrawer>
  );
}
