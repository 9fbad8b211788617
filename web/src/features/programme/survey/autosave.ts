import { ApiError, isStale, NO_ANSWER } from "@/lib/errors";
import { createStore, type Store } from "@/lib/store";

/** How long the writer may pause before it is sent: with the way there, under two seconds. */
export const PAUSE = 1000;
/** How long until a line that failed is tried again; coming back on line tries at once. */
export const AGAIN = 5000;

/** What the browser keeps until the server has it. */
export interface Kept<T> {
  value: T;
  version: number;
}

export interface Keeper<T> {
  read(): Kept<T> | null;
  write(kept: Kept<T>): void;
  clear(): void;
}

export type Standing = "saved" | "unsaved" | "saving" | "offline" | "stale" | "refused";

export interface AutosaveState<T> {
  value: T;
  version: number;
  standing: Standing;
  savedAt: number | null;
  error: ApiError | null;
}

interface Options<T> {
  value: T;
  version: number;
  save: (value: T, version: number) => Promise<number>;
  keeper: Keeper<T>;
}

/** A line that is down, a server that restarts, a login that ended: try again later. */
const willPass = ({ status }: ApiError) => status === NO_ANSWER || status === 401 || status >= 500;

/**
 * Saves what is typed: kept in the browser at once, sent to the server within two seconds, kept
 * on until the server has it, and sent then. Who saves second is told (409) and chooses.
 */
export class Autosave<T> {
  readonly state: Store<AutosaveState<T>>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  /** Counts the changes, so that what was typed while sending is sent after it. */
  private changes = 0;

  constructor(private readonly options: Options<T>) {
    const kept = options.keeper.read();
    const { value, version } = kept ?? options;
    const standing = kept ? "unsaved" : "saved";
    this.state = createStore<AutosaveState<T>>({
      value,
      version,
      standing,
      savedAt: null,
      error: null,
    });
    if (kept) this.schedule(0);
  }

  change(value: T): void {
    this.changes += 1;
    const { version, standing } = this.state.get();
    this.options.keeper.write({ value, version });
    const waits = standing === "stale" || standing === "offline";
    this.set({ value, standing: waits ? standing : "unsaved" });
    if (standing !== "stale") this.schedule(PAUSE);
  }

  /** Sends at once what is not sent yet; settles when the server has answered. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.sending;
    if (this.isDirty()) await this.send();
  }

  /** After a 409: my version goes over theirs. */
  keepMine(version: number): Promise<void> {
    this.options.keeper.write({ value: this.state.get().value, version });
    this.set({ version, standing: "unsaved", error: null });
    return this.flush();
  }

  /** After a 409: what I typed is given up. */
  takeTheirs(value: T, version: number): void {
    this.options.keeper.clear();
    this.set({ value, version, standing: "saved", error: null });
  }

  /** Leaving the page: nothing is lost, the browser keeps what was not sent. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private isDirty(): boolean {
    return !["saved", "stale"].includes(this.state.get().standing);
  }

  private schedule(delay: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, delay);
  }

  private send(): Promise<void> {
    const { value, version } = this.state.get();
    const began = this.changes;
    this.set({ standing: "saving" });
    this.sending = this.options.save(value, version).then(
      (saved) => this.onSaved(saved, began),
      (error: unknown) => this.onFailed(error),
    );
    return this.sending;
  }

  private onSaved(version: number, began: number): void {
    const isWhole = began === this.changes;
    if (isWhole) this.options.keeper.clear();
    else this.options.keeper.write({ value: this.state.get().value, version });
    this.set({
      version,
      standing: isWhole ? "saved" : "unsaved",
      savedAt: Date.now(),
      error: null,
    });
    if (!isWhole) this.schedule(PAUSE);
  }

  private onFailed(error: unknown): void {
    if (!(error instanceof ApiError)) throw error;
    if (isStale(error)) return this.set({ standing: "stale", error });
    if (!willPass(error)) return this.set({ standing: "refused", error });
    this.set({ standing: "offline", error: null });
    this.schedule(AGAIN);
  }

  private set(part: Partial<AutosaveState<T>>): void {
    this.state.set({ ...this.state.get(), ...part });
  }
}
