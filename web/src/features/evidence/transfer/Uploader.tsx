import { Button } from "antd";
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useNarrow } from "@/lib/media";
import { Icon } from "@/ui/icons";
import { RedactFirst } from "../redaction/RedactFirst";
import { chosenRedacted } from "../redaction/redacted";
import { chosenIn, dropped } from "./chosen";
import { Queue } from "./Queue";
import { UploadQueue } from "./uploads";
import type { Purpose } from "./sending";
import styles from "./transfer.module.css";

interface UploaderProps {
  caseId: string;
  purpose?: Purpose;
  /** Called for each file once it is hashed, sealed and journalled. */
  onSealed: (itemIds: string[]) => void;
}

/** Hands files over: chosen, dropped, whole folders, or straight from the phone's camera. */
export function Uploader({ caseId, purpose = {}, onSealed }: UploaderProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [queue] = useState(() => new UploadQueue(caseId, purpose));
  useLine(queue);
  useEffect(() => queue.whenSealed((itemId) => onSealed([itemId])), [queue, onSealed]);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void dropped(event.dataTransfer.items).then(queue.add);
  };
  return (
    <div className={styles.uploader}>
      <div
        className={over ? `${styles.zone} ${styles.over}` : styles.zone}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {!narrow && <p>{t("transfer.drop")}</p>}
        <div className={styles.row}>
          <Choose label={t("transfer.files")} primary multiple onChosen={queue.add} />
          {narrow ? (
            <Choose label={t("transfer.photo")} camera onChosen={queue.add} />
          ) : (
            <Choose label={t("transfer.folder")} folder onChosen={queue.add} />
          )}
          <RedactFirst onReady={(redacted) => queue.add([chosenRedacted(redacted)])} />
        </div>
        <small className="muted">{t("transfer.promise")}</small>
      </div>
      <Queue queue={queue} />
    </div>
  );
}

/** Pauses with the network, and warns before the page is left with files on their way. */
function useLine(queue: UploadQueue) {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (queue.isBusy) event.preventDefault();
    };
    window.addEventListener("offline", queue.lost);
    window.addEventListener("online", queue.back);
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("offline", queue.lost);
      window.removeEventListener("online", queue.back);
      window.removeEventListener("beforeunload", leave);
    };
  }, [queue]);
}

interface ChooseProps {
  label: string;
  primary?: boolean;
  multiple?: boolean;
  folder?: boolean;
  camera?: boolean;
  onChosen: (files: ReturnType<typeof chosenIn>) => void;
}

function Choose({ label, primary = false, multiple, folder, camera, onChosen }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onChosen(chosenIn(event.target.files));
    event.target.value = "";
  };
  return (
    <>
      <Button
        type={primary ? "primary" : "default"}
        icon={primary ? <Icon name="upload" /> : undefined}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        multiple={multiple ?? folder ?? false}
        onChange={chosen}
        {...(folder ? { webkitdirectory: "" } : {})}
        {...(camera ? { accept: "image/*", capture: "environment" as const } : {})}
      />
    </>
  );
}
