import type { Upload } from "tus-js-client";

import type { Chosen } from "./chosen";
import { type Purpose, start, uploadOf } from "./sending";

export type State = "waiting" | "sending" | "paused" | "offline" | "sealed" | "failed";

export interface Entry {
  key: number;
  path: string;
  size: number;
  sent: number;
  state: State;
  error: string;
}

const AT_ONCE = 3;
const ENDED: ReadonlySet<State> = new Set(["sealed", "failed"]);

/** Files on their way: a few at once, each paused, resumed, retried or cancelled by itself. */
export class UploadQueue {
  private entries: readonly Entry[] = [];
  private readonly uploads = new Map<number, Upload>();
  private readonly listeners = new Set<() => void>();
  private readonly waiting = new Set<(itemId: string) => void>();
  private next = 1;

  constructor(
    private readonly caseId: string,
    private readonly purpose: Purpose,
    private readonly make = uploadOf,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Tells `tell` of each file that is hashed, sealed and journalled. */
  readonly whenSealed = (tell: (itemId: string) => void): (() => void) => {
    this.waiting.add(tell);
    return () => this.waiting.delete(tell);
  };

  readonly snapshot = (): readonly Entry[] => this.entries;

  get isBusy(): boolean {
    return this.entries.some(({ state }) => !ENDED.has(state));
  }

  readonly add = (files: readonly Chosen[]): void => {
    const state = navigator.onLine ? "waiting" : "offline";
    const added = files.map(({ file, path, redaction }): Entry => {
      const key = this.next++;
      this.uploads.set(key, this.upload(key, { file, path, redaction }));
      return { key, path, size: file.size, sent: 0, state, error: "" };
    });
    this.show([...this.entries, ...added]);
  };

  readonly pause = (key: number): void => {
    void this.uploads.get(key)?.abort();
    this.change(key, { state: "paused" });
  };

  readonly resume = (key: number): void => this.change(key, { state: "waiting", error: "" });

  readonly cancel = (key: number): void => {
    // What the server holds is removed too; where it cannot be told, it expires there.
    void this.uploads
      .get(key)
      ?.abort(true)
      .catch(() => undefined);
    this.uploads.delete(key);
    this.show(this.entries.filter((entry) => entry.key !== key));
  };

  readonly clear = (): void => this.show(this.entries.filter(({ state }) => state !== "sealed"));

  readonly lost = (): void => {
    for (const { key, state } of this.entries) {
      if (state === "sending") void this.uploads.get(key)?.abort();
    }
    this.turn(["sending", "waiting"], "offline");
  };

  readonly back = (): void => this.turn(["offline"], "waiting");

  private upload(key: number, { file, path, redaction }: Chosen): Upload {
    return this.make({
      file,
      path,
      redaction,
      caseId: this.caseId,
      purpose: this.purpose,
      onProgress: (sent) => this.change(key, { sent }),
      onSealed: (itemId) => {
        this.change(key, { state: "sealed", sent: file.size });
        for (const tell of this.waiting) tell(itemId);
      },
      onFailed: (error) =>
        this.change(key, { state: navigator.onLine ? "failed" : "offline", error }),
    });
  }

  private turn(from: State[], state: State): void {
    this.show(this.entries.map((each) => (from.includes(each.state) ? { ...each, state } : each)));
  }

  private change(key: number, part: Partial<Entry>): void {
    this.show(this.entries.map((each) => (each.key === key ? { ...each, ...part } : each)));
  }

  /** Shows these entries, after beginning what waits and finds room. */
  private show(entries: readonly Entry[]): void {
    let room = AT_ONCE - entries.filter(({ state }) => state === "sending").length;
    this.entries = entries.map((each) => {
      if (each.state !== "waiting" || room <= 0 || !navigator.onLine) return each;
      room -= 1;
      const upload = this.uploads.get(each.key);
      if (upload) void start(upload);
      return { ...each, state: "sending" };
    });
    for (const listener of this.listeners) listener();
  }
}
