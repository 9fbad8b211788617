import { useTranslation } from "react-i18next";

import { Notice } from "@/ui/Notice";
import { Blocks } from "./Blocks";
import { Pages } from "./Pages";
import { Picture } from "./Picture";
import { Sound } from "./Sound";
import { hrefOf, type Opening, type Preview, type WholeItem } from "./types";
import styles from "./viewer.module.css";
import { Watermark } from "./Watermark";

const PICTURES = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;

/** What an item shows: the original where a browser may show it, else what was drawn of it. */
export function Content({ of, opening }: { of: WholeItem; opening: Opening }) {
  const { href, name, watermark } = opening;
  const [family] = of.media_type.split("/");
  const isShown = opening.is_shown;
  if (isShown && PICTURES.test(of.media_type)) {
    return <Picture src={href} name={name} watermark={watermark} />;
  }
  if (isShown && family === "video") return <Film of={of.preview} opening={opening} />;
  if (of.preview?.kind === "sound") return <Sound preview={of.preview} opening={opening} />;
  if (isShown && family === "audio") return <audio className={styles.wide} controls src={href} />;
  return <Drawn of={of.preview} opening={opening} />;
}

function Film({ of, opening }: { of: Preview | null; opening: Opening }) {
  const poster = of?.parts[0];
  return (
    <figure className={styles.picture}>
      <div className={styles.film}>
        <video
          controls
          preload="metadata"
          src={opening.href}
          {...(poster && { poster: hrefOf(opening, poster.number) })}
        />
        <Watermark text={opening.watermark} />
      </div>
    </figure>
  );
}

function Drawn({ of, opening }: { of: Preview | null; opening: Opening }) {
  const { t } = useTranslation();
  if (!of) return <Notice tone="blue">{t("evidence.look.notYet")}</Notice>;
  if (of.kind === "text") return <Blocks preview={of} opening={opening} />;
  if (of.kind === "pages") return <Pages preview={of} opening={opening} />;
  const [part] = of.parts;
  if (!part) return <Notice tone="blue">{of.message || t("evidence.noPicture")}</Notice>;
  const src = hrefOf(opening, part.number);
  return <Picture src={src} name={opening.name} watermark={opening.watermark} />;
}
