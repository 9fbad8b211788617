import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import type { Case } from "../cases/types";
import { useRefresh } from "../cases/useCase";
import { allFactors, SceneFields, type SceneValues } from "./SceneFields";
import { SCENES } from "./types";
import { useFeasibilityWords } from "./words";

interface Values extends SceneValues {
  site_id: string;
  scene: string;
}

/** One more scene of one of the client's sites. */
export function NewSceneDrawer({ of, onClose }: { of: Case; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useFeasibilityWords();
  const refresh = useRefresh();
  const [form] = Form.useForm<Values>();
  const query = { client_id: of.client_id, size: 200 };
  const { data } = api.useQuery("get", "/api/programme/sites", { params: { query } });
  const sites = (data?.items ?? []).filter(({ is_active }) => is_active);
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (values) => {
      const params = { path: { case_id: of.id } };
      await client.POST("/api/programme/cases/{case_id}/scenes", { params, body: values });
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = { site_id: t("feasibility.site"), scene: t("feasibility.sceneKind") };
  const needed = [{ required: true, message: t("feasibility.choose") }];
  return (
    <FormDrawer<Values>
      open
      title={t("feasibility.addScene")}
      form={form}
      initial={{ name: "", presentation: "", factors: allFactors() }}
      submitLabel={t("feasibility.list")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="site_id" label={labels.site_id} rules={needed}>
        <Select options={sites.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="scene" label={labels.scene} rules={needed}>
        <Select options={SCENES.map((code) => ({ value: code, label: words.scene(code) }))} />
      </Form.Item>
      <SceneFields scored={of.schemes.includes("QMS")} />
    </FormDrawer>
  );
}
