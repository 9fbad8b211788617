/** Bad news from the server, already a sentence in the reader's language. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: Record<string, string> = {},
    readonly params: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** The server could not be reached: `status` of an {@link ApiError} without an answer. */
export const NO_ANSWER = 0;

export function isStale(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 409 && error.code === "stale";
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
