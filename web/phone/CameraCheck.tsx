import { useEffect, useRef, useState } from "react";

import {
  camerasAllowed,
  close,
  type Facing,
  inWeChat,
  listenTo,
  openCamera,
  type Trouble,
  troubleOf,
} from "./camera";
import { useWords } from "./words";

/** Shows what the camera sees and how loud the microphone is; nothing leaves the phone. */
export function CameraCheck() {
  const words = useWords();
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [facing, setFacing] = useState<Facing>("environment");
  const [trouble, setTrouble] = useState<Trouble | null>(camerasAllowed() ? null : "insecure");

  useEffect(() => () => close(stream), [stream]);

  const start = async (side: Facing) => {
    setFacing(side);
    setTrouble(null);
    close(stream);
    try {
      setStream(await openCamera(side));
    } catch (error) {
      setStream(null);
      setTrouble(troubleOf(error));
    }
  };

  return (
    <section className="card">
      <h2>{words.checkTitle}</h2>
      <p className="quiet">{words.checkText}</p>
      {inWeChat() && <p className="note">{words.wechat}</p>}
      {trouble && (
        <p className="note bad" role="alert">
          {words[trouble]}
        </p>
      )}
      {stream && <Preview stream={stream} mirrored={facing === "user"} />}
      {stream ? (
        <div className="pair">
          <button
            type="button"
            className="plain"
            onClick={() => void start(facing === "user" ? "environment" : "user")}
          >
            {words.flip}
          </button>
          <button type="button" className="plain" onClick={() => setStream(null)}>
            {words.stop}
          </button>
        </div>
      ) : (
        trouble !== "insecure" && (
          <button type="button" className="main" onClick={() => void start(facing)}>
            {trouble ? words.retry : words.check}
          </button>
        )
      )}
    </section>
  );
}

const HEARD = 0.15;

function Preview({ stream, mirrored }: { stream: MediaStream; mirrored: boolean }) {
  const words = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);

  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
    return listenTo(stream, (loud) => {
      setLevel(loud);
      if (loud > HEARD) setHeard(true);
    });
  }, [stream]);

  return (
    <>
      <video ref={video} className={mirrored ? "mirrored" : ""} autoPlay playsInline muted />
      <meter aria-label={words.level} min={0} max={1} value={level} />
      <p className={heard ? "note ok" : "quiet"} role="status">
        {heard ? words.good : words.speak}
      </p>
    </>
  );
}
