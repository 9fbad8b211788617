import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { Card, Facts } from "@/ui/Page";
import { useSubmit } from "@/ui/useSubmit";
import type { Case } from "../cases/types";
import { useRefresh } from "../cases/useCase";
import type { Feasibility } from "./types";

interface CoordinatorProps {
  of: Case;
  page: Feasibility;
  may: boolean;
}

/** Who arranges the audit on the client's side. */
export function Coordinator({ of, page, may }: CoordinatorProps) {
  const { t } = useTranslation();
  const [naming, setNaming] = useState(false);
  const { coordinator } = page;
  return (
    <Card
      title={t("cases.coordinator")}
      aside={
        may && (
          <Button size="small" onClick={() => setNaming(true)}>
            {t(coordinator ? "feasibility.change" : "feasibility.name")}
          </Button>
        )
      }
    >
      {coordinator ? (
        <Facts
          items={[
            [t("feasibility.person"), coordinator.name],
            [t("feasibility.phone"), coordinator.phone || t("ui.none")],
            [t("feasibility.email"), coordinator.email || t("ui.none")],
          ]}
        />
      ) : (
        <p className="muted">{t("feasibility.noCoordinator")}</p>
      )}
      {naming && <NameDrawer of={of} onClose={() => setNaming(false)} />}
    </Card>
  );
}

interface Values {
  person_id?: string;
  name?: string;
  email?: string;
  phone?: string;
}

function NameDrawer({ of, onClose }: { of: Case; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [form] = Form.useForm<Values>();
  const query = { tenant_id: of.client_id, size: 200 };
  const { data } = api.useQuery("get", "/api/identity/people", { params: { query } });
  const people = (data?.items ?? []).filter(({ is_active }) => is_active);
  const picked = Form.useWatch("person_id", form);
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async ({ person_id, name = "", email, phone = "" }) => {
      const body = person_id
        ? { person_id, name: "", phone: "" }
        : { name, phone, email: email || null };
      const params = { path: { case_id: of.id } };
      await client.POST("/api/programme/cases/{case_id}/coordinator", { params, body });
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = {
    person_id: t("feasibility.person"),
    name: t("feasibility.person"),
    email: t("feasibility.email"),
    phone: t("feasibility.phone"),
  };
  return (
    <FormDrawer<Values>
      open
      title={t("cases.coordinator")}
      form={form}
      initial={{}}
      submitLabel={t(picked ? "feasibility.name" : "feasibility.invite")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="person_id" label={t("feasibility.ofTheClient")}>
        <Select allowClear options={people.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      {!picked && (
        <>
          <p>{t("feasibility.orInvite")}</p>
          <Form.Item name="name" label={labels.name}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="email" label={labels.email}>
            <Input type="email" maxLength={254} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={labels.phone}>
            <Input type="tel" maxLength={40} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  );
}
