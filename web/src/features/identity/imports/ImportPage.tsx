import { useTranslation } from "react-i18next";

import { useOpened } from "@/ui/opened";
import { Page } from "@/ui/Page";
import { Batch } from "./Batch";
import { History } from "./History";
import { Upload } from "./Upload";

/** From Excel: take the template, fill it in, see what is wrong, confirm, undo. */
export function ImportPage() {
  const { t } = useTranslation();
  const [opened, open] = useOpened("import");
  const trail = [{ label: t("shell.nav.people"), to: "/people" }];
  return (
    <Page title={t("imports.title")} trail={trail}>
      {opened ? (
        <Batch key={opened} id={opened} onClose={() => open(undefined)} />
      ) : (
        <>
          <Upload onChecked={open} />
          <History onOpen={open} />
        </>
      )}
    </Page>
  );
}
