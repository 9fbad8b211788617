import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/ui/icons";
import { Picture } from "./Picture";
import { hrefOf, type Shown } from "./types";

const TURNS: Record<string, number> = {
  ArrowLeft: -1,
  PageUp: -1,
  ArrowRight: 1,
  PageDown: 1,
};

/** The first pages of a document as pictures, one at a time. */
export function Pages({ preview, opening }: Shown) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const shown = preview.parts.length;
  const whole = preview.details.pages ?? shown;
  const part = preview.parts[at];
  const turn = (by: number) => {
    const next = at + by;
    if (next < 0 || next >= shown) return false;
    setAt(next);
    return true;
  };
  if (!part) return null;
  return (
    <>
      <Picture
        key={part.number}
        src={hrefOf(opening, part.number)}
        name={t("evidence.look.page", { page: at + 1, pages: whole })}
        watermark={opening.watermark}
        onKey={(key) => key in TURNS && turn(TURNS[key] ?? 0)}
      >
        <Button
          size="small"
          disabled={at === 0}
          aria-label={t("evidence.look.before")}
          icon={<Icon name="back" />}
          onClick={() => turn(-1)}
        />
        <span aria-live="polite">{t("evidence.look.page", { page: at + 1, pages: whole })}</span>
        <Button
          size="small"
          disabled={at + 1 === shown}
          aria-label={t("evidence.look.next")}
          icon={<Icon name="chevron" />}
          onClick={() => turn(1)}
        />
      </Picture>
      {whole > shown && (
        <small className="muted">{t("evidence.look.firstPages", { pages: shown })}</small>
      )}
    </>
  );
}
