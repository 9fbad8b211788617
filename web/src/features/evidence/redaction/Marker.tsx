import { Button, Segmented } from "antd";
import { type KeyboardEvent, type PointerEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { type Box, boxBetween, middleBox, steered } from "./boxes";
import { type Original, rangeOf } from "./original";
import styles from "./redaction.module.css";
import type { useBoxes } from "./useBoxes";

const ZOOMS = [1, 2, 4] as const;

interface MarkerProps {
  original: Original;
  marks: ReturnType<typeof useBoxes>;
}

/** The picture or the waveform, on which parts are marked by pointer or keyboard. */
export function Marker({ original, marks }: MarkerProps) {
  const { t } = useTranslation();
  const [zoom, setZoom] = useState<number>(1);
  const [mode, setMode] = useState<"mark" | "move">("mark");
  const tall = original.kind === "audio_cut";
  return (
    <div className={styles.marker}>
      <div className={styles.tools}>
        <Segmented
          aria-label={t("redaction.mode")}
          value={mode}
          onChange={setMode}
          options={[
            { value: "mark", label: t("redaction.mark") },
            { value: "move", label: t("redaction.move") },
          ]}
        />
        <Segmented
          aria-label={t("redaction.zoom")}
          value={zoom}
          onChange={setZoom}
          options={ZOOMS.map((value) => ({ value, label: `${value * 100}%` }))}
        />
        <Button onClick={() => marks.add(middleBox(original.canvas, tall))}>
          {t("redaction.add")}
        </Button>
        <Button disabled={!marks.canUndo} onClick={marks.undo}>
          {t("redaction.undo")}
        </Button>
      </div>
      <div className={styles.window}>
        <div className={styles.picture} style={{ width: `${zoom * 100}%` }}>
          <div ref={(node) => void node?.replaceChildren(original.canvas)} />
          <Sheet original={original} marks={marks} isMarking={mode === "mark"} />
        </div>
      </div>
      <List original={original} marks={marks} />
    </div>
  );
}

function Sheet({ original, marks, isMarking }: MarkerProps & { isMarking: boolean }) {
  const { t } = useTranslation();
  const help = useId();
  const [drag, setDrag] = useState<{ from: Point; box: Box }>();
  const size = original.canvas;
  const tall = original.kind === "audio_cut";
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (!isMarking) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    const from = pointOf(event, size);
    setDrag({ from, box: boxBetween(from, from, size, tall) });
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (drag) setDrag({ ...drag, box: boxBetween(drag.from, pointOf(event, size), size, tall) });
  };
  const end = () => {
    if (drag && drag.box.width > 1 && drag.box.height > 1) marks.add(drag.box);
    setDrag(undefined);
  };
  const press = (event: KeyboardEvent, at: number, box: Box) => {
    const next = steered(box, event, size, tall);
    if (next) marks.replace(at, next);
    if (event.key === "Delete" || event.key === "Backspace") marks.remove(at);
    if (next) event.preventDefault();
  };
  return (
    <>
      <svg
        className={isMarking ? styles.marking : styles.sheet}
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        role="group"
        aria-label={t(tall ? "redaction.wave" : "redaction.picture")}
        aria-describedby={help}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={() => setDrag(undefined)}
      >
        {marks.boxes.map((box, at) => (
          <rect
            key={at}
            {...box}
            role="button"
            tabIndex={0}
            aria-label={t("redaction.part", { number: at + 1 })}
            onKeyDown={(event) => press(event, at, box)}
          />
        ))}
        {drag && <rect {...drag.box} />}
      </svg>
      <small id={help} className={styles.unseen}>
        {t("redaction.keys")}
      </small>
    </>
  );
}

function List({ original, marks }: MarkerProps) {
  const { t } = useTranslation();
  if (marks.boxes.length === 0) return <p className="muted">{t("redaction.none")}</p>;
  return (
    <>
      <ol className={styles.list} aria-label={t("redaction.parts")}>
        {marks.boxes.map((box, at) => (
          <li key={at}>
            <span>
              {t("redaction.part", { number: at + 1 })}: {placeOf(box, original)}
            </span>
            <Button
              size="small"
              aria-label={t("redaction.removePart", { number: at + 1 })}
              onClick={() => marks.remove(at)}
            >
              {t("redaction.remove")}
            </Button>
          </li>
        ))}
      </ol>
      <small className="muted">{t("redaction.keys")}</small>
    </>
  );
}

interface Point {
  x: number;
  y: number;
}

function pointOf(event: PointerEvent<SVGSVGElement>, size: { width: number; height: number }) {
  const shown = event.currentTarget.getBoundingClientRect();
  return {
    x: ((event.clientX - shown.left) / shown.width) * size.width,
    y: ((event.clientY - shown.top) / shown.height) * size.height,
  };
}

function placeOf(box: Box, { seconds }: Original): string {
  if (seconds === undefined) {
    const { x, y, width, height } = box;
    return `${Math.ceil(width)} × ${Math.ceil(height)} @ ${Math.floor(x)}, ${Math.floor(y)}`;
  }
  const { from, to } = rangeOf(box, seconds);
  return `${from.toFixed(1)} – ${to.toFixed(1)} s`;
}
