import { useEffect, useRef, useState } from "react";

export interface Choice {
  camera: boolean;
  microphone: boolean;
  cameraId?: string | undefined;
  microphoneId?: string | undefined;
}

export interface Preview {
  stream: MediaStream | null;
  devices: MediaDeviceInfo[];
  /** 0 to 1, some ten times a second. */
  level: number;
  isBlocked: boolean;
}

/** The own camera and microphone before entering: what is chosen is shown and heard. */
export function usePreview({ camera, microphone, cameraId, microphoneId }: Choice): Preview {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    let isGone = false;
    let opened: MediaStream | undefined;
    if (!camera && !microphone) return;
    const wanted = {
      video: camera && (cameraId ? { deviceId: cameraId } : true),
      audio: microphone && (microphoneId ? { deviceId: microphoneId } : true),
    };
    navigator.mediaDevices
      .getUserMedia(wanted)
      .then(async (found) => {
        opened = found;
        if (isGone) return stop(found);
        setStream(found);
        setBlocked(false);
        setDevices(await navigator.mediaDevices.enumerateDevices());
      })
      .catch(() => !isGone && setBlocked(true));
    return () => {
      isGone = true;
      if (opened) stop(opened);
    };
  }, [camera, microphone, cameraId, microphoneId]);
  const shown = camera || microphone ? stream : null;
  return { stream: shown, devices, level: useLevel(shown), isBlocked };
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function useLevel(stream: MediaStream | null): number {
  const [level, setLevel] = useState(0);
  const timer = useRef(0);
  useEffect(() => {
    if (!stream?.getAudioTracks().length) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    timer.current = window.setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      const loudest = samples.reduce((most, each) => Math.max(most, Math.abs(each - 128)), 0);
      setLevel(loudest / 128);
    }, 100);
    return () => {
      window.clearInterval(timer.current);
      void context.close();
    };
  }, [stream]);
  return stream?.getAudioTracks().length ? level : 0;
}
