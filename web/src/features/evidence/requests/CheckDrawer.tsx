import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { requestKey } from "@/lib/requests";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefreshEvidence } from "../keys/types";
import { type Check, VERDICTS } from "./types";

interface Values {
  shown_item_id?: string;
  shown_version: string;
  given_version: string;
  shown_sha256: string;
  verdict: Check["verdict"] | "";
  words: string;
}

interface CheckDrawerProps {
  item: { id: string; code: string };
  onClose: () => void;
}

/** Is the document handed over the one that was seen in use? */
export function CheckDrawer({ item, onClose }: CheckDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefreshEvidence();
  const others = useItems(useCaseId()).filter(({ value }) => value !== item.id);
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async ({ verdict, shown_item_id, ...values }) => {
      await client.POST("/api/evidence/items/{evidence_id}/checks", {
        params: { path: { evidence_id: item.id } },
        body: { ...values, verdict: verdict || null, shown_item_id: shown_item_id ?? null },
      });
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = {
    shown_item_id: t("requests.shownItem"),
    shown_version: t("requests.shownVersion"),
    given_version: t("requests.givenVersion"),
    shown_sha256: t("requests.shownHash"),
    verdict: t("requests.verdictLabel"),
    words: t("requests.words"),
  };
  const verdicts = VERDICTS.map((value) => ({ value, label: t(requestKey.verdict(value)) }));
  return (
    <FormDrawer<Values>
      open
      title={t("requests.checkTitle", { code: item.code })}
      form={form}
      initial={{ shown_version: "", given_version: "", shown_sha256: "", verdict: "", words: "" }}
      submitLabel={t("requests.saveCheck")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p>{t("requests.checkNote")}</p>
      <Form.Item name="shown_item_id" label={labels.shown_item_id}>
        <Select allowClear showSearch={{ optionFilterProp: "label" }} options={others} />
      </Form.Item>
      <Form.Item name="shown_version" label={labels.shown_version}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="given_version" label={labels.given_version}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="shown_sha256" label={labels.shown_sha256}>
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name="verdict" label={labels.verdict}>
        <Select options={[{ value: "", label: t("requests.verdictAuto") }, ...verdicts]} />
      </Form.Item>
      <Form.Item name="words" label={labels.words} extra={t("requests.wordsHint")}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
    </FormDrawer>
  );
}

/** The audit's items, as choices. */
export function useItems(case_id: string) {
  const { data } = api.useQuery("get", "/api/evidence/cases/{case_id}/items", {
    params: { path: { case_id }, query: { size: 200, sort: "-number" } },
  });
  return (data?.items ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
}
