import i18next from "i18next";
import { DetailedError, type HttpRequest, Upload } from "tus-js-client";

import { cookie } from "@/lib/cookies";
import { language } from "@/lib/preferences";

/** What the server is told of the files beside their names. */
export interface Purpose {
  request?: string;
  replaces?: string;
  kind?: "file" | "capture" | "clip" | "recording" | "delivery";
  origin?: "upload" | "external";
  arose_at?: string;
  effective_on?: string;
}

export interface Sending {
  /** The file's path inside a chosen folder, or its name. */
  path: string;
  redaction?: Record<string, string>;
  file: File;
  caseId: string;
  purpose: Purpose;
  onProgress: (sent: number) => void;
  onSealed: (itemId: string) => void;
  onFailed: (sentence: string) => void;
}

/** Waits between attempts; a line that is gone for longer waits for the browser to say it is back. */
const RETRIES = [0, 1000, 3000, 5000, 10_000, 20_000];
/** Refusals of which trying again makes no success. */
const FINAL = new Set([400, 401, 403, 404, 410, 412, 413, 415, 460, 507]);

/** A resumable upload of one file; the server's upload is the later evidence item. */
export function uploadOf(sending: Sending): Upload {
  const { file, path, caseId, purpose } = sending;
  const upload = new Upload(file, {
    endpoint: "/uploads",
    retryDelays: RETRIES,
    removeFingerprintOnSuccess: true,
    metadata: metadataOf(sending),
    // The same file chosen again after a reload goes on where it was.
    fingerprint: () =>
      Promise.resolve(
        ["mingjian", caseId, purpose.request, path, file.size, file.lastModified].join("|"),
      ),
    onBeforeRequest: (request: HttpRequest) => {
      request.setHeader("X-CSRFToken", cookie("csrftoken") ?? "");
      request.setHeader("Accept-Language", language.get());
    },
    onShouldRetry: (error) => !FINAL.has(statusOf(error)) && navigator.onLine,
    onProgress: (sent) => sending.onProgress(sent),
    onSuccess: () => sending.onSealed(upload.url?.split("/").pop() ?? ""),
    onError: (error) => sending.onFailed(sentenceOf(error)),
  });
  return upload;
}

/** Starts, or goes on with what the server already holds of this file. */
export async function start(upload: Upload): Promise<void> {
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  upload.start();
}

export function metadataOf({
  file,
  path,
  redaction,
  caseId,
  purpose,
}: Sending): Record<string, string> {
  const known = { case: caseId, name: file.name, type: file.type, path, ...purpose, ...redaction };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value));
}

const statusOf = (error: Error): number =>
  error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;

/** The server's own sentence; without an answer, that the line is gone. */
function sentenceOf(error: Error): string {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  try {
    const { message } = JSON.parse(body ?? "") as { message?: string };
    if (message) return message;
  } catch {
    // No JSON: no answer at all, or one of a proxy.
  }
  return i18next.t("transfer.noAnswer");
}
