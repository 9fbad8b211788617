import type { Box } from "./boxes";
import type { Original } from "./original";

/** What is handed to the upload: the names are those of the upload's metadata. */
export interface Redacted {
  file: File;
  original_sha256: string;
  /** Of the file as it will be sent; the server computes it again. */
  sha256: string;
  redactions: { kind: Original["kind"]; count: number }[];
  redaction_reason: string;
}

/** The SHA-256 of a file in hexadecimal digits, by WebCrypto. */
export async function sha256Of(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const EXTENSIONS: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "audio/wav": "wav",
};

/** The covered copy with both hashes. */
export async function redactedOf(
  file: File,
  original: Pick<Original, "kind" | "cover">,
  boxes: readonly Box[],
  reason: string,
): Promise<Redacted> {
  const covered = await original.cover(boxes);
  const stem = file.name.replace(/\.[^.]*$/, "");
  const name = `${stem}-redacted.${EXTENSIONS[covered.type] ?? "bin"}`;
  return {
    file: new File([covered], name, { type: covered.type }),
    original_sha256: await sha256Of(file),
    sha256: await sha256Of(covered),
    redactions: [{ kind: original.kind, count: boxes.length }],
    redaction_reason: reason.trim(),
  };
}

/** The covered copy as the upload takes it: what was covered goes with it as metadata. */
export function chosenRedacted(made: Redacted) {
  const { original_sha256, redaction_reason } = made;
  const redactions = JSON.stringify(made.redactions);
  const redaction = { original_sha256, redactions, redaction_reason };
  return { file: made.file, path: made.file.name, redaction };
}
