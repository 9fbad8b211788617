import { Button } from "antd";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/ui/icons";
import { AS_IT_IS, moved, placed, turned, zoomed } from "./placing";
import styles from "./viewer.module.css";
import { Watermark } from "./Watermark";

interface PictureProps {
  src: string;
  name: string;
  watermark: string;
  /** Keys that the picture itself has no use for. */
  onKey?: (key: string) => boolean;
  children?: React.ReactNode;
}

const STEP = 60;
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** A picture to zoom, turn and push about, by buttons, keys, wheel or finger. */
export function Picture({ src, name, watermark, onKey, children }: PictureProps) {
  const { t } = useTranslation();
  const [place, setPlace] = useState(AS_IT_IS);
  const tools = [
    ["zoomOut", "minus", () => setPlace(zoomed(place, 1 / 1.5))],
    ["zoomIn", "plus", () => setPlace(zoomed(place, 1.5))],
    ["turn", "rotate", () => setPlace(turned(place))],
    ["whole", "fit", () => setPlace(AS_IT_IS)],
  ] as const;
  const press = (event: KeyboardEvent) => {
    const arrow = place.scale > 1 ? ARROWS[event.key] : undefined;
    const tool = { "-": 0, "+": 1, "=": 1, r: 2, "0": 3 }[event.key];
    if (arrow) setPlace(moved(place, ...arrow));
    else if (tool !== undefined) tools[tool]?.[2]();
    else if (!onKey?.(event.key)) return;
    event.preventDefault();
  };
  const drag = (event: PointerEvent) => {
    if (event.buttons && place.scale > 1) setPlace(moved(place, event.movementX, event.movementY));
  };
  return (
    <figure className={styles.picture}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- ARIA: a widget */}
      <div
        className={`${styles.stage} ${place.scale > 1 ? styles.held : ""}`}
        role="application"
        aria-label={t("evidence.look.keys")}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={press}
        onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => setPlace(place.scale > 1 ? AS_IT_IS : zoomed(place, 2))}
      >
        <img src={src} alt={name} draggable={false} style={{ transform: placed(place) }} />
        <Watermark text={watermark} />
      </div>
      <figcaption className={styles.tools}>
        {tools.map(([what, icon, act]) => (
          <Button
            key={what}
            size="small"
            aria-label={t(`evidence.look.${what}`)}
            title={t(`evidence.look.${what}`)}
            icon={<Icon name={icon} />}
            onClick={act}
          />
        ))}
        <small className="muted">{Math.round(place.scale * 100)}%</small>
        {children}
      </figcaption>
    </figure>
  );
}
