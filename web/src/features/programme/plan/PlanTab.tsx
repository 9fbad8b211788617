import { useState } from "react";

import { useCase } from "../cases/useCase";
import { Answer } from "./Answer";
import { Begin } from "./Begin";
import { ClientTalk } from "./ClientTalk";
import { Editor } from "./Editor";
import { Findings } from "./Findings";
import { ItemDrawer } from "./ItemDrawer";
import styles from "./plan.module.css";
import type { Opened } from "./types";
import { useBoard, useMayEdit } from "./usePlan";

/** The audit plan: what is still missing, the lanes of a day, versions, and the client's answer. */
export function PlanTab() {
  const [number, setNumber] = useState<number>();
  const [opened, open] = useState<Opened>();
  const board = useBoard(number);
  const may = useMayEdit(board);
  const { mode } = useCase();
  if (!board.plan) return <Begin board={board} />;
  return (
    <div className={styles.tab}>
      {may && <Findings plan={board.plan} onOpen={open} />}
      <Answer plan={board.plan} />
      <Editor board={board} plan={board.plan} may={may} onVersion={setNumber} onOpen={open} />
      {mode !== "on_site" && <ClientTalk />}
      {opened && (
        <ItemDrawer
          key={"item" in opened ? opened.item.id : "new"}
          opened={opened}
          board={board}
          may={may}
          onClose={() => open(undefined)}
        />
      )}
    </div>
  );
}
