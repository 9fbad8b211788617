import { createStore } from "./store";

/** One line of `/ws`: something changed, read it again if you show it. */
export interface Change {
  topic: string;
  id: string;
  version: number;
}

export type LiveState = "idle" | "connecting" | "open" | "lost";

/** What the client needs of the world; tests hand in a fake one. */
export interface LiveWorld {
  open(url: string): WebSocket;
  later(action: () => void, milliseconds: number): number;
  cancel(timer: number): void;
  random(): number;
}

const BROWSER: LiveWorld = {
  open: (url) => new WebSocket(url),
  later: (action, milliseconds) => window.setTimeout(action, milliseconds),
  cancel: (timer) => window.clearTimeout(timer),
  random: Math.random,
};

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** The server's "you are not signed in (any more)": asking again will not help. */
const REFUSED = new Set([4401, 4403]);

/**
 * Keeps one connection to `/ws`, comes back after a loss with growing random waits (so that a
 * restarted server is not met by everyone at once), and tells who listens what changed.
 */
export class LiveClient {
  readonly state = createStore<LiveState>("idle");
  private socket: WebSocket | undefined;
  private timer: number | undefined;
  private losses = 0;

  constructor(
    private readonly url: string,
    private readonly onChange: (change: Change) => void,
    private readonly onReturn: () => void,
    private readonly world: LiveWorld = BROWSER,
  ) {}

  start(): void {
    if (this.socket) return;
    this.cancelTimer();
    if (this.losses === 0) this.state.set("connecting");
    const socket = this.world.open(this.url);
    this.socket = socket;
    socket.addEventListener("open", () => this.opened());
    socket.addEventListener("message", (event) => this.received(event.data));
    socket.addEventListener("close", (event) => {
      if (this.socket === socket) this.lost(event.code);
    });
  }

  stop(): void {
    this.cancelTimer();
    const socket = this.socket;
    this.socket = undefined;
    this.losses = 0;
    socket?.close();
    this.state.set("idle");
  }

  /** The network is back or the user asked: do not wait for the timer. */
  retryNow(): void {
    if (!this.socket && this.state.get() === "lost") this.start();
  }

  private opened(): void {
    const returned = this.losses > 0;
    this.losses = 0;
    this.state.set("open");
    if (returned) this.onReturn();
  }

  private received(text: unknown): void {
    const change = typeof text === "string" ? parse(text) : undefined;
    if (change) this.onChange(change);
  }

  private lost(code: number): void {
    this.socket = undefined;
    if (REFUSED.has(code)) {
      this.state.set("idle");
      return;
    }
    this.losses += 1;
    this.state.set("lost");
    this.timer = this.world.later(() => this.start(), waitAfter(this.losses, this.world.random()));
  }

  private cancelTimer(): void {
    if (this.timer !== undefined) this.world.cancel(this.timer);
    this.timer = undefined;
  }
}

/** Milliseconds before the next attempt: doubling, with half of it left to chance. */
export function waitAfter(losses: number, chance: number): number {
  const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (losses - 1));
  return ceiling / 2 + (ceiling / 2) * chance;
}

function parse(text: string): Change | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isChange(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isChange(value: unknown): value is Change {
  return typeof value === "object" && value !== null && "topic" in value && "id" in value;
}
