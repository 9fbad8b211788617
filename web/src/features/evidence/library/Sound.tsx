import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { hrefOf, type Shown } from "./types";
import { usePart } from "./usePart";
import styles from "./viewer.module.css";

const HEIGHT = 100;

/** A sound with its waveform; whoever clicks into it, or uses the arrow keys, jumps there. */
export function Sound({ preview, opening }: Shown) {
  const { t } = useTranslation();
  const audio = useRef<HTMLAudioElement>(null);
  const [at, setAt] = useState(0);
  const number = preview.parts[0]?.number ?? 0;
  const { data } = usePart<{ peaks: number[] }>(hrefOf(opening, number));
  const seconds = (preview.details.milliseconds ?? 0) / 1000;
  const jump = (to: number) => {
    if (audio.current) audio.current.currentTime = to;
    setAt(to);
  };
  const peaks = data?.peaks ?? [];
  return (
    <div className={styles.sound}>
      {seconds > 0 && peaks.length > 0 && (
        <div className={styles.wave}>
          <svg viewBox={`0 0 ${peaks.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
            {peaks.map((peak, x) => (
              <rect
                key={x}
                x={x}
                y={(HEIGHT - peak) / 2}
                width={0.7}
                height={Math.max(1, peak)}
                className={x / peaks.length <= at / seconds ? styles.heard : undefined}
              />
            ))}
          </svg>
          <input
            type="range"
            min={0}
            max={seconds}
            step={0.1}
            value={at}
            aria-label={t("evidence.look.jump")}
            onChange={({ target }) => jump(Number(target.value))}
          />
        </div>
      )}
      <audio
        ref={audio}
        controls
        src={opening.href}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
      />
    </div>
  );
}
