import { Form, Input, Modal } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { Marker } from "./Marker";
import { openOriginal, type Original } from "./original";
import { type Redacted, redactedOf } from "./redacted";
import styles from "./redaction.module.css";
import { useBoxes } from "./useBoxes";

interface RedactionDialogProps {
  file: File;
  onReady: (redacted: Redacted) => void;
  onClose: () => void;
}

/** Marks what is covered, says why, and hands over the covered copy with both hashes. */
export function RedactionDialog({ file, onReady, onClose }: RedactionDialogProps) {
  const { t } = useTranslation();
  const marks = useBoxes();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const { original, fault, setFault } = useOriginal(file);
  const confirm = async () => {
    if (!original) return;
    setBusy(true);
    try {
      onReady(await redactedOf(file, original, marks.boxes, reason));
    } catch {
      setFault("failed");
    } finally {
      setBusy(false);
    }
  };
  const isReady = original && marks.boxes.length > 0 && reason.trim() !== "";
  return (
    <Modal
      open
      width={920}
      title={t("redaction.title", { name: file.name })}
      okText={t("redaction.confirm")}
      cancelText={t("ui.cancel")}
      okButtonProps={{ disabled: !isReady, loading: busy }}
      onOk={() => void confirm()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.dialog}>
        <p className="muted">{t("redaction.stays")}</p>
        {fault && (
          <Notice tone="bad" alert>
            {t(`redaction.${fault}`)}
          </Notice>
        )}
        {!original && !fault && <Waiting />}
        {original && <Parts file={file} original={original} marks={marks} />}
        {original && (
          <Form layout="vertical">
            <Form.Item label={t("redaction.reason")} required extra={t("redaction.reasonNote")}>
              <Input
                aria-label={t("redaction.reason")}
                value={reason}
                maxLength={500}
                onChange={(event) => setReason(event.target.value)}
              />
            </Form.Item>
          </Form>
        )}
      </div>
    </Modal>
  );
}

interface PartsProps {
  file: File;
  original: Original;
  marks: ReturnType<typeof useBoxes>;
}

function Parts({ file, original, marks }: PartsProps) {
  const { t } = useTranslation();
  const { width, height } = original.canvas;
  return (
    <>
      {original.isReduced && (
        <Notice tone="warn">{t("redaction.reduced", { width, height })}</Notice>
      )}
      {original.kind === "audio_cut" && <Sound file={file} />}
      <Marker original={original} marks={marks} />
    </>
  );
}

/** Plays the sound from the device, so that one hears where to cut. */
function Sound({ file }: { file: File }) {
  const play = (node: HTMLAudioElement | null) => {
    if (!node) return undefined;
    node.src = URL.createObjectURL(file);
    return () => URL.revokeObjectURL(node.src);
  };
  return <audio className={styles.sound} controls ref={play} />;
}

function useOriginal(file: File) {
  const [original, setOriginal] = useState<Original>();
  const [fault, setFault] = useState<"unreadable" | "tooLarge" | "failed">();
  useEffect(() => {
    let isWanted = true;
    openOriginal(file).then(
      (opened) => isWanted && setOriginal(opened),
      (error: unknown) =>
        isWanted && setFault(error instanceof RangeError ? "tooLarge" : "unreadable"),
    );
    return () => void (isWanted = false);
  }, [file]);
  return { original, fault, setFault };
}
