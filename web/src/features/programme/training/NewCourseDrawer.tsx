import { Form } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { CourseFields, type CourseValues, useCourseLabels } from "./courseFields";

interface NewCourseDrawerProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** A course that was held; its people are added afterwards. */
export function NewCourseDrawer({ onClose, onCreated }: NewCourseDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CourseValues>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<CourseValues>({
    form,
    save: async (body) => {
      const { data } = await client.POST("/api/programme/training/courses", { body });
      await refresh();
      if (data) onCreated(data.id);
    },
    onSaved: () => undefined,
  });
  const labels = useCourseLabels();
  return (
    <FormDrawer<CourseValues>
      open
      title={t("training.newCourse")}
      form={form}
      initial={{ kind: "internal", provider: "", content: "", hours: 4 }}
      submitLabel={t("training.create")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <CourseFields />
    </FormDrawer>
  );
}
