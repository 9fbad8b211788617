import { Form } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useMe } from "@/api/me";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { useColleagues } from "../team/people";
import { codesOf } from "../team/types";
import { ScopeFields, useQualificationLabels, WhatFields } from "./fields";
import type { QualificationValues } from "./types";

interface GrantDrawerProps {
  onClose: () => void;
  onGranted: (id: string) => void;
}

/** Grant a colleague a qualification; oneself is not among the choices. */
export function GrantDrawer({ onClose, onGranted }: GrantDrawerProps) {
  const { t } = useTranslation();
  const me = useMe().person.id;
  const people = useColleagues().filter(({ value }) => value !== me);
  const [form] = Form.useForm<QualificationValues>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<QualificationValues>({
    form,
    save: async ({ codes, valid_to, ...values }) => {
      const { data } = await client.POST("/api/programme/qualifications", {
        body: { ...values, codes: codesOf(codes), valid_to: valid_to || null },
      });
      await refresh();
      if (data) onGranted(data.id);
    },
    onSaved: () => undefined,
  });
  return (
    <FormDrawer<QualificationValues>
      open
      title={t("competence.grant")}
      form={form}
      initial={{ codes: "", valid_to: "", role: "AU" }}
      submitLabel={t("competence.grantIt")}
      labels={useQualificationLabels()}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <WhatFields people={people} />
      <ScopeFields />
    </FormDrawer>
  );
}
