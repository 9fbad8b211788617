import { Button, Input, Segmented } from "antd";
import { useId, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";

import styles from "./SignaturePad.module.css";
import { begun, BOX, drawnOn, inBox } from "./strokes";

export interface SignatureValue {
  name: string;
  method: "drawn" | "typed";
  /** SVG path data, where it was drawn. */
  strokes: string;
}

export const UNSIGNED: SignatureValue = { name: "", method: "drawn", strokes: "" };

/** Whether there is enough to be sent. */
export function isSigned({ name, method, strokes }: SignatureValue): boolean {
  return name.trim() !== "" && (method === "typed" || strokes.split(/[ML]/).length > 8);
}

interface SignaturePadProps {
  value: SignatureValue;
  onChange: (value: SignatureValue) => void;
}

/** One's name, and a signature drawn with finger, pen or mouse; by keyboard it is typed. */
export function SignaturePad({ value, onChange }: SignaturePadProps) {
  const { t } = useTranslation();
  const name = useId();
  const set = (change: Partial<SignatureValue>) => onChange({ ...value, ...change });
  return (
    <div className={styles.pad}>
      <Segmented<SignatureValue["method"]>
        aria-label={t("signature.method")}
        value={value.method}
        options={[
          { value: "drawn", label: t("signature.draw") },
          { value: "typed", label: t("signature.type") },
        ]}
        onChange={(method) => set({ method })}
      />
      <div className={styles.field}>
        <label htmlFor={name}>{t("signature.name")}</label>
        <Input
          id={name}
          value={value.name}
          maxLength={200}
          autoComplete="name"
          onChange={(event) => set({ name: event.target.value })}
        />
      </div>
      {value.method === "drawn" ? (
        <Sheet strokes={value.strokes} onDrawn={(strokes) => set({ strokes })} />
      ) : (
        <div className={styles.sheet}>
          <div className={styles.foot}>
            <span className={styles.typed}>{value.name || " "}</span>
          </div>
        </div>
      )}
    </div>
  );
}

interface SheetProps {
  strokes: string;
  onDrawn: (strokes: string) => void;
}

function Sheet({ strokes, onDrawn }: SheetProps) {
  const { t } = useTranslation();
  const at = (event: PointerEvent<SVGSVGElement>) =>
    inBox(event, event.currentTarget.getBoundingClientRect());
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture?.(event.pointerId);
    onDrawn(begun(strokes, at(event)));
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons === 1) onDrawn(drawnOn(strokes, at(event)));
  };
  return (
    <div className={styles.sheet}>
      <svg
        className={styles.canvas}
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        role="img"
        aria-label={t("signature.sheet")}
        onPointerDown={begin}
        onPointerMove={draw}
      >
        <path className={styles.base} d="M40 160H560" />
        <path className={styles.line} d={strokes || "M0 0"} />
      </svg>
      <div className={styles.foot}>
        <span>{t("signature.hint")}</span>
        <Button size="small" disabled={!strokes} onClick={() => onDrawn("")}>
          {t("signature.clear")}
        </Button>
      </div>
    </div>
  );
}

interface SignatureMarkProps {
  name: string;
  method: string;
  strokes: string;
}

/** A signature that was given, as it stands on the document. */
export function SignatureMark({ name, method, strokes }: SignatureMarkProps) {
  const { t } = useTranslation();
  if (method !== "drawn" || !strokes) return <span className={styles.typed}>{name}</span>;
  return (
    <svg
      className={styles.mark}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-label={t("signature.of", { name })}
    >
      <path className={styles.line} d={strokes} />
    </svg>
  );
}
