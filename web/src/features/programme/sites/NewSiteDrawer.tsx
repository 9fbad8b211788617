import { Form } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { ClientField, SiteFields, useSiteLabels } from "./fields";
import { bodyOf, EMPTY, type SiteValues } from "./types";

interface NewSiteDrawerProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** One more site of an engaged client. */
export function NewSiteDrawer({ onClose, onCreated }: NewSiteDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SiteValues>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<SiteValues>({
    form,
    save: async (values) => {
      const { data } = await client.POST("/api/programme/sites", { body: bodyOf(values) });
      await refresh();
      if (data) onCreated(data.id);
    },
    onSaved: () => undefined,
  });
  return (
    <FormDrawer<SiteValues>
      open
      title={t("sites.new")}
      form={form}
      initial={EMPTY}
      submitLabel={t("sites.create")}
      labels={useSiteLabels()}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <ClientField />
      <SiteFields />
    </FormDrawer>
  );
}
