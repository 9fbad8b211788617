import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { useLocalTable } from "@/ui/localTable";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Page } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { standing } from "./rows";
import { Steps } from "./Steps";
import type { Import } from "./types";
import { useKind } from "./useKinds";
import { useStep } from "./useStep";

interface OutcomeProps {
  batch: Import;
  onLeave: () => void;
}

/** What came of the import, where to see it, and the way back. */
export function Outcome({ batch, onLeave }: OutcomeProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useStep();
  const kind = useKind(batch.kind);
  const params = { path: { import_id: batch.id } };
  const undo = () => run(client.POST("/api/identity/imports/{import_id}/undo", { params }));
  return (
    <Page
      title={t("imports.review", { kind: kind?.title ?? "" })}
      aside={batch.file_name}
      actions={
        <>
          {batch.state === "confirmed" && (
            <Button loading={busy} onClick={undo}>
              {t("imports.undo")}
            </Button>
          )}
          <Button type="primary" onClick={onLeave}>
            {t("imports.next")}
          </Button>
        </>
      }
    >
      <Steps at={3} />
      <ErrorSummary error={error} />
      {batch.failure && (
        <Notice tone="bad">{t("imports.undoFailed", { why: batch.failure })}</Notice>
      )}
      <Result batch={batch} seen={kind?.page ?? "/"} />
      {batch.kept.length > 0 && <Kept kept={batch.kept} />}
    </Page>
  );
}

function Result({ batch, seen }: { batch: Import; seen: string }) {
  const { t } = useTranslation();
  const count = standing(batch);
  if (batch.state === "undone") {
    return (
      <Notice tone={count > 0 ? "warn" : "ok"}>
        {count > 0 ? t("imports.undoneExcept", { count }) : t("imports.undone")}
      </Notice>
    );
  }
  return (
    <Notice tone="ok" action={<PathLink href={seen}>{t("imports.see")}</PathLink>}>
      {t(batch.faulty > 0 ? "imports.importedSome" : "imports.imported", {
        count,
        faulty: batch.faulty,
      })}
    </Notice>
  );
}

type Reason = Import["kept"][number];

function Kept({ kept }: { kept: Reason[] }) {
  const { t } = useTranslation();
  const columns: Column<Reason>[] = [
    {
      key: "number",
      title: t("imports.row"),
      render: ({ number }) => t("imports.rowNumber", { number }),
    },
    { key: "why", title: t("imports.why"), render: ({ why }) => why },
  ];
  return (
    <Card title={t("imports.kept")}>
      <DataTable<Reason>
        label={t("imports.kept")}
        columns={columns}
        {...useLocalTable(kept)}
        rowKey={({ number }) => String(number)}
      />
    </Card>
  );
}
