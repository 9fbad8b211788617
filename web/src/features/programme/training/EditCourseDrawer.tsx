import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { VersionedDrawer } from "@/ui/VersionedDrawer";
import { useRefresh } from "../cases/useCase";
import { CourseFields, type CourseValues, useCourseLabels } from "./courseFields";
import type { Course, CourseKind } from "./types";

const valuesOf = ({ title, kind, provider, hours, held_on, content }: Course): CourseValues => ({
  title,
  kind: kind as CourseKind,
  provider,
  hours,
  held_on,
  content,
});

/** A course entered wrongly is put right; its people stay. */
export function EditCourseDrawer({ of, onClose }: { of: Course; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const labels = useCourseLabels();
  const save = async (values: CourseValues, version: number) => {
    const { data } = await client.PATCH("/api/programme/training/courses/{course_id}", {
      params: { path: { course_id: of.id } },
      body: { ...values, version },
    });
    await refresh();
    return data;
  };
  return (
    <VersionedDrawer<CourseValues, Course>
      title={t("training.editTitle", { course: of.title })}
      submitLabel={t("training.saveChanges")}
      labels={labels}
      row={of}
      valuesOf={valuesOf}
      save={save}
      onClose={onClose}
    >
      <CourseFields />
    </VersionedDrawer>
  );
}
