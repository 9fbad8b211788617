import { Form, Input, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";

import { ZoneSelect } from "@/ui/ZoneSelect";
import styles from "./plan.module.css";
import { ToolField, usualTool } from "./ToolField";
import { type Board, KINDS } from "./types";
import { usePeople } from "./usePlan";
import { planKey } from "@/lib/plan";

export function useItemLabels() {
  const { t } = useTranslation();
  const names = [
    "kind",
    "title",
    "local_start",
    "local_end",
    "zone",
    "site_id",
    "scene",
    "clauses",
    "members",
    "auditee",
    "method",
    "is_remote",
    "ict_tool",
  ] as const;
  return Object.fromEntries(names.map((name) => [name, t(planKey.field(name))])) as Record<
    (typeof names)[number],
    string
  >;
}

/** What an item says: what, when, who, where and by which means. */
export function ItemFields({ board }: { board: Board }) {
  const { t } = useTranslation();
  const labels = useItemLabels();
  const people = usePeople();
  const { choices, sites } = board;
  const form = Form.useFormInstance();
  const isRemote = Form.useWatch("is_remote") as boolean | undefined;
  const begin = (remote: boolean) => {
    if (remote && !form.getFieldValue("ict_tool")) {
      form.setFieldValue("ict_tool", usualTool(choices.tools) || undefined);
    }
  };
  const named = (rows: readonly { code: string; name: string }[]) =>
    rows.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <Form.Item name="kind" label={labels.kind}>
        <Select options={KINDS.map((kind) => ({ value: kind, label: t(planKey.kind(kind)) }))} />
      </Form.Item>
      <Form.Item name="title" label={labels.title}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <div className={styles.when}>
        <Form.Item name="day" label={t("plan.day")}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="from" label={labels.local_start}>
          <Input type="time" step={900} />
        </Form.Item>
        <Form.Item name="to" label={labels.local_end}>
          <Input type="time" step={900} />
        </Form.Item>
      </div>
      <Form.Item name="zone" label={labels.zone}>
        <ZoneSelect />
      </Form.Item>
      <Form.Item name="members" label={labels.members}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={people.map(({ id, name, note }) => ({
            value: id,
            label: note ? `${name}（${note}）` : name,
          }))}
        />
      </Form.Item>
      <Form.Item name="clauses" label={labels.clauses} extra={choices.clause_note}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={choices.clauses.map(({ scheme, code, title, is_required }) => ({
            value: `${scheme} ${code}`,
            label: `${scheme} ${code === "mark" ? "" : code} ${title}${is_required ? " *" : ""}`,
          }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="site_id" label={labels.site_id}>
          <Select allowClear options={sites.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="scene" label={labels.scene}>
          <Select allowClear options={named(choices.scenes)} />
        </Form.Item>
      </div>
      <Form.Item name="is_remote" label={labels.is_remote} valuePropName="checked">
        <Switch onChange={begin} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="method" label={labels.method}>
          <Select allowClear options={named(choices.methods)} />
        </Form.Item>
        {isRemote && <ToolField tools={choices.tools} label={labels.ict_tool} />}
      </div>
      <Form.Item name="auditee" label={labels.auditee}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
