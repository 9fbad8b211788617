import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/ui/EmptyState";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import type { Case } from "../cases/types";
import styles from "./feasibility.module.css";
import { NewSceneDrawer } from "./NewSceneDrawer";
import { SceneDrawer } from "./SceneDrawer";
import type { Feasibility, Scene } from "./types";
import { useFeasibilityWords } from "./words";

interface SuitabilityProps {
  of: Case;
  page: Feasibility;
  may: boolean;
}

/** Every scene of the audit as a tile, by site: may it be remote? */
export function Suitability({ of, page, may }: SuitabilityProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [opened, open] = useState<string>();
  const scene = page.scenes.find(({ id }) => id === opened);
  const add = may && (
    <Button size="small" onClick={() => setAdding(true)}>
      {t("feasibility.addScene")}
    </Button>
  );
  return (
    <Card title={t("feasibility.suitability")} aside={page.scenes.length > 0 && add}>
      {page.scenes.length === 0 ? (
        <EmptyState icon="audit" title={t("feasibility.noScenes")} action={add}>
          {t("feasibility.noScenesText")}
        </EmptyState>
      ) : (
        bySite(page.scenes).map(([site, scenes]) => (
          <section key={site} aria-label={site}>
            <h3 className={styles.site}>{site}</h3>
            <div className={styles.tiles}>
              {scenes.map((each) => (
                <Tile key={each.id} scene={each} onOpen={() => open(each.id)} />
              ))}
            </div>
          </section>
        ))
      )}
      {adding && <NewSceneDrawer of={of} onClose={() => setAdding(false)} />}
      {scene && (
        <SceneDrawer
          key={scene.id}
          scene={scene}
          may={may}
          canOverride={may && page.can_override}
          onClose={() => open(undefined)}
        />
      )}
    </Card>
  );
}

function Tile({ scene, onOpen }: { scene: Scene; onOpen: () => void }) {
  const { t } = useTranslation();
  const words = useFeasibilityWords();
  const waits = scene.overrides.some(({ state }) => state === "proposed");
  return (
    <button type="button" className={`${styles.tile} ${styles[scene.verdict]}`} onClick={onOpen}>
      <span>{scene.name || words.scene(scene.scene)}</span>
      <strong>{words.verdict(scene.verdict)}</strong>
      {waits && <StatusTag tone="violet">{t("feasibility.waits")}</StatusTag>}
    </button>
  );
}

function bySite(scenes: readonly Scene[]): [string, Scene[]][] {
  const sites = new Map<string, Scene[]>();
  for (const scene of scenes) sites.set(scene.site, [...(sites.get(scene.site) ?? []), scene]);
  return [...sites];
}
