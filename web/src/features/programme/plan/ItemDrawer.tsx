import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { StaleDialog } from "@/ui/StaleDialog";
import { useSubmit } from "@/ui/useSubmit";
import { useCase, useRefresh } from "../cases/useCase";
import { fromValues, type ItemValues, toValues } from "./itemValues";
import { ItemFields, useItemLabels } from "./ItemFields";
import { ReadItem } from "./ReadItem";
import type { Board, Item, Opened } from "./types";
import { useAction, useRemove } from "./usePlan";

interface ItemDrawerProps {
  opened: Opened;
  board: Board;
  may: boolean;
  onClose: () => void;
}

/** The form of one item, of the draft; or what an issued one says. */
export function ItemDrawer(props: ItemDrawerProps) {
  const { opened, may, board, onClose } = props;
  if (!may && "item" in opened) {
    return <ReadItem item={opened.item} choices={board.choices} onClose={onClose} />;
  }
  return <EditItem {...props} />;
}

function EditItem({ opened, board, onClose }: ItemDrawerProps) {
  const { t } = useTranslation();
  const { id } = useCase();
  const refresh = useRefresh();
  const labels = useItemLabels();
  const [form] = Form.useForm<ItemValues>();
  const item = "item" in opened ? opened.item : undefined;
  const initial = toValues(item ?? ("prefill" in opened ? opened.prefill : {}), board.sites[0]);
  const save = async (values: ItemValues) => {
    const body = fromValues(values);
    if (item) {
      const params = { path: { item_id: item.id } };
      const version = values.version ?? item.version;
      await client.PATCH("/api/programme/cases/plan/items/{item_id}", {
        params,
        body: { ...body, version },
      });
    } else {
      const params = { path: { case_id: id } };
      await client.POST("/api/programme/cases/{case_id}/plan/items", { params, body });
    }
    await refresh();
  };
  const { submit, busy, error, stale, clear } = useSubmit({ form, save, onSaved: onClose });
  const take = (current: Record<string, unknown>, all: boolean) => {
    form.setFieldsValue(
      all ? toValues(current as unknown as Item) : { version: Number(current.version) },
    );
    clear();
  };
  return (
    <FormDrawer<ItemValues>
      open
      title={item ? item.title : t("plan.addTitle")}
      form={form}
      initial={initial}
      submitLabel={item ? t("plan.save") : t("plan.addIt")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit({ ...form.getFieldsValue(true), ...values })}
      onClose={onClose}
      extra={item && <Remove item={item} onRemoved={onClose} />}
    >
      <ItemFields board={board} />
      <StaleDialog
        error={stale}
        labels={labels}
        mine={form.getFieldsValue(true) as Record<string, unknown>}
        keepMine={(current) => take(current, false)}
        takeTheirs={(current) => take(current, true)}
        onClose={clear}
      />
    </FormDrawer>
  );
}

function Remove({ item, onRemoved }: { item: Item; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { run, busy } = useAction();
  const remove = useRemove(run);
  const go = () => void remove(item).then((isDone) => isDone && onRemoved());
  return (
    <Button danger loading={busy} onClick={go}>
      {t("plan.remove")}
    </Button>
  );
}
