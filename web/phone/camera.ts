/** Why the camera or microphone did not open, by the name of its sentence. */
export type Trouble = "refused" | "none" | "busy" | "insecure";

export type Facing = "environment" | "user";

export function troubleOf(error: unknown): Trouble {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  if (name === "NotReadableError" || name === "AbortError") return "busy";
  return "refused";
}

/** The browser hides the camera on an insecure page altogether. */
export const camerasAllowed = () => "mediaDevices" in navigator;

export const inWeChat = () => navigator.userAgent.includes("MicroMessenger");

export function openCamera(facing: Facing): Promise<MediaStream> {
  const video = { facingMode: { ideal: facing }, width: { ideal: 1280 } };
  return navigator.mediaDevices.getUserMedia({ video, audio: true });
}

export function close(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** Calls `draw` with the loudness from 0 to 1 several times a second; returns what ends it. */
export function listenTo(stream: MediaStream, draw: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = window.setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    draw(loudness(samples));
  }, 100);
  return () => {
    window.clearInterval(timer);
    void context.close();
  };
}

/** Root mean square, stretched so that ordinary speech fills about half of the bar. */
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return Math.min(1, Math.sqrt(power) * 6);
}
