import { Drawer } from "antd";
import { useTranslation } from "react-i18next";

import { useCanWholly } from "@/api/me";
import { clausesText } from "@/lib/clauses";
import { samplingKey } from "@/lib/sampling";
import { ErrorSummary } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { Commitment } from "./Commitment";
import { DrawForm } from "./DrawForm";
import { DrawnRows } from "./DrawnRows";
import { History } from "./History";
import { ListSection } from "./ListSection";
import styles from "./sampling.module.css";
import { standing, toneOf, useSample, type WholeSample } from "./types";
import { VerifyDraw } from "./VerifyDraw";

/** One sample beside the list, from its commitment to its verification. */
export function SampleDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useSample(id);
  return (
    <Drawer open size={720} title={data?.code ?? t("sampling.one")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && <Sheet of={data} />}
    </Drawer>
  );
}

function Sheet({ of }: { of: WholeSample }) {
  const mayDraw = useCanWholly()("sampling", "U");
  const draw = standing(of);
  const [newest] = of.lists;
  const isDrawn = of.draws.some(({ state }) => state !== "drawing");
  return (
    <div className={styles.sections}>
      <About of={of} />
      <Commitment of={of} />
      <ListSection of={of} mayDraw={mayDraw && !draw} />
      {mayDraw && !draw && newest?.state === "ready" && (
        <DrawForm key={newest.id} of={of} list={newest} />
      )}
      {isDrawn && <DrawnRows of={of} mayDraw={mayDraw} />}
      {of.draws.length > 0 && <History of={of} mayDraw={mayDraw} />}
      {isDrawn && <VerifyDraw key={draw?.id ?? ""} of={of} />}
    </div>
  );
}

function About({ of }: { of: WholeSample }) {
  const { t } = useTranslation();
  const known: (readonly [string, React.ReactNode])[] = [
    [t("sampling.wanted"), of.wanted],
    [t("sampling.clauses"), clausesText(of.clauses)],
    [t("sampling.site"), of.site],
    [t("sampling.planItem"), of.plan_item],
  ];
  return (
    <section>
      <p>
        <StatusTag tone={toneOf(of.state)}>{t(samplingKey.state(of.state))}</StatusTag>
      </p>
      <p className={styles.what}>{of.what}</p>
      <Facts items={known.filter(([, value]) => value)} />
    </section>
  );
}
