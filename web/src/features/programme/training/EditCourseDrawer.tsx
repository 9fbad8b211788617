import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
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
  const { formProps, busy, error, dialog } = useVersionedForm<CourseValues, Course>({
    row: of,
    valuesOf,
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/programme/training/courses/{course_id}", {
        params: { path: { course_id: of.id } },
        body: { ...values, version },
      });
      await refresh();
      onClose();
      return data;
    },
  });
  return (
    <FormDrawer<CourseValues>
      open
      title={t("training.editTitle", { course: of.title })}
      form={formProps.form}
      initial={formProps.initialValues}
      submitLabel={t("training.saveChanges")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={formProps.onFinish}
      onClose={onClose}
      extra={<StaleDialog labels={labels} {...dialog} />}
    >
      <CourseFields />
    </FormDrawer>
  );
}
