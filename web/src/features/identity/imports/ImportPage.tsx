import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { useOpened } from "@/ui/opened";
import { Card, Page, Waiting } from "@/ui/Page";
import { Choose } from "./Choose";
import { Outcome } from "./Outcome";
import { Past } from "./Past";
import { Review } from "./Review";
import { Steps } from "./Steps";
import { useKinds } from "./useKinds";
import { isWorking, Working } from "./Working";

const PAUSE = 1_000;

/** From an Excel workbook to rows of the product: choose, look, confirm. */
export function ImportPage() {
  const [opened, open] = useOpened("import");
  return opened ? (
    <Opened key={opened} id={opened} onLeave={() => open(undefined)} />
  ) : (
    <Fresh onChecked={open} />
  );
}

function Fresh({ onChecked }: { onChecked: (id: string) => void }) {
  const { t } = useTranslation();
  const [chosen, choose] = useOpened("kind");
  const kinds = useKinds();
  const kind = kinds.find(({ name }) => name === chosen) ?? kinds[0];
  return (
    <Page title={t("imports.title")}>
      <Steps at={0} />
      {kind ? (
        <Choose kinds={kinds} kind={kind} onKind={choose} onChecked={onChecked} />
      ) : (
        <Card>
          <Waiting />
        </Card>
      )}
      <Past onOpen={onChecked} />
    </Page>
  );
}

function Opened({ id, onLeave }: { id: string; onLeave: () => void }) {
  const { t } = useTranslation();
  const params = { path: { import_id: id } };
  const { data, error } = api.useQuery(
    "get",
    "/api/identity/imports/{import_id}",
    { params },
    { refetchInterval: ({ state }) => state.data && isWorking(state.data) && PAUSE },
  );
  if (!data) {
    return (
      <Page title={t("imports.title")}>
        <Card>{error ? <ErrorSummary error={error} /> : <Waiting />}</Card>
      </Page>
    );
  }
  if (isWorking(data)) return <Working batch={data} />;
  const Step = data.state === "checked" ? Review : Outcome;
  return <Step batch={data} onLeave={onLeave} />;
}
