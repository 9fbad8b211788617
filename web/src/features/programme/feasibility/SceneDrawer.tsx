import { Button, Drawer, Form } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { StatusTag } from "@/ui/StatusTag";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { useRefresh } from "../cases/useCase";
import styles from "./feasibility.module.css";
import { Overrides } from "./Overrides";
import { allFactors, SceneFields, type SceneValues } from "./SceneFields";
import { type Scene, toneOf } from "./types";
import { useAction } from "./useFeasibility";
import { useFeasibilityWords } from "./words";

interface SceneDrawerProps {
  scene: Scene;
  may: boolean;
  canOverride: boolean;
  onClose: () => void;
}

/** One scene: what the rules say per scheme and why, what people said since, how it is shown. */
export function SceneDrawer({ scene, may, canOverride, onClose }: SceneDrawerProps) {
  const { t } = useTranslation();
  const words = useFeasibilityWords();
  const { run, busy, error } = useAction();
  const params = { path: { scene_id: scene.id } };
  const body = { version: scene.version };
  const remove = () =>
    void run(client.POST("/api/programme/cases/scenes/{scene_id}/remove", { params, body })).then(
      (done) => done && onClose(),
    );
  const title = `${scene.site} · ${scene.name || words.scene(scene.scene)}`;
  return (
    <Drawer open size={520} title={title} onClose={onClose}>
      <div className={styles.stack}>
        <ErrorSummary error={error} />
        <ul className={styles.plain}>
          {scene.verdicts.map((each) => (
            <li key={each.scheme} className={styles.stack}>
              <div className={styles.row}>
                <strong>{each.scheme}</strong>
                <StatusTag tone={toneOf(each.verdict)}>{words.verdict(each.verdict)}</StatusTag>
                <span>{each.why}</span>
              </div>
              {each.default !== each.verdict && (
                <small>{t("feasibility.byRule", { verdict: words.verdict(each.default) })}</small>
              )}
              <small className="muted">
                {t("feasibility.cited", { clause: each.clause, stamp: each.stamp })}
              </small>
            </li>
          ))}
        </ul>
        <Overrides scene={scene} may={canOverride} />
        {may ? <SceneForm scene={scene} /> : scene.presentation && <p>{scene.presentation}</p>}
        {may && (
          <Button danger loading={busy} onClick={remove}>
            {t("feasibility.removeScene")}
          </Button>
        )}
      </div>
    </Drawer>
  );
}

function SceneForm({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const labels = { name: t("feasibility.sceneName"), presentation: t("feasibility.presentation") };
  const { formProps, busy, error, saved, dialog } = useVersionedForm<SceneValues, Scene>({
    row: scene,
    valuesOf: ({ name, presentation, factors }) => ({
      name,
      presentation,
      factors: allFactors(factors),
    }),
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/programme/cases/scenes/{scene_id}", {
        params: { path: { scene_id: scene.id } },
        body: { ...values, version },
      });
      await refresh();
      return data?.scenes.find(({ id }) => id === scene.id);
    },
  });
  return (
    <Form<SceneValues> {...formProps}>
      <ErrorSummary error={error} labels={labels} />
      <SceneFields scored={scene.verdicts.some(({ scheme }) => scheme === "QMS")} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t("cases.save")}
      </Button>
      {saved && <Notice tone="ok">{t("cases.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </Form>
  );
}
