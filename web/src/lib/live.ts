import { createStore } from "./store";

/** One line of `/ws`: something changed, read it again if you show it. `*` means everything. */
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

export interface LiveEvents {
  onChange(change: Change): void;
  /** The connection is back after a loss. */
  onReturn(): void;
  /** The server says that nobody is signed in any more. */
  onSignedOut(): void;
}

const BROWSER: LiveWorld = {
  open: (url) => new WebSocket(url),
  later: (action, milliseconds) => window.setTimeout(action, milliseconds),
  cancel: (timer) => window.clearTimeout(timer),
  random: Math.random,
};

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** The server speaks at least every 15 s; a line silent for longer is dead, whatever TCP says. */
const LONGEST_SILENCE = 40_000;
const SIGNED_OUT = 4401;
const EVERYTHING: Change = { topic: "*", id: "", version: 0 };

/**
 * Keeps one connection to `/ws`, comes back after a loss with growing random waits (so that a
 * restarted server is not met by everyone at once), and resumes where it was.
 */
export class LiveClient {
  readonly state = createStore<LiveState>("idle");
  private socket: WebSocket | undefined;
  private timer: number | undefined;
  private losses = 0;
  private version: number | undefined;

  constructor(
    private readonly url: string,
    private readonly events: LiveEvents,
    private readonly world: LiveWorld = BROWSER,
  ) {}

  start(): void {
    if (this.socket) return;
    if (this.losses === 0) this.state.set("connecting");
    const since = this.version === undefined ? "" : `?since=${this.version}`;
    const socket = this.world.open(this.url + since);
    this.socket = socket;
    this.watch();
    socket.addEventListener("open", () => this.socket === socket && this.opened());
    socket.addEventListener(
      "message",
      (event) => this.socket === socket && this.received(event.data),
    );
    socket.addEventListener("close", (event) => this.socket === socket && this.lost(event.code));
  }

  stop(): void {
    const socket = this.socket;
    this.socket = undefined;
    this.losses = 0;
    this.cancelTimer();
    socket?.close();
    this.state.set("idle");
  }

  /** The network is back or the user asked: do not wait for the timer. */
  retryNow(): void {
    if (this.state.get() === "lost") this.start();
  }

  private opened(): void {
    const returned = this.losses > 0;
    this.losses = 0;
    this.state.set("open");
    this.watch();
    if (!returned) return;
    if (this.version === undefined) this.events.onChange(EVERYTHING);
    this.events.onReturn();
  }

  private received(text: unknown): void {
    this.watch();
    const change = typeof text === "string" ? parse(text) : undefined;
    if (!change) return;
    this.version = change.version;
    if (change.topic !== "heartbeat") this.events.onChange(change);
  }

  private lost(code: number): void {
    const socket = this.socket;
    this.socket = undefined;
    this.cancelTimer();
    socket?.close();
    if (code === SIGNED_OUT) {
      this.state.set("idle");
      this.events.onSignedOut();
      return;
    }
    this.losses += 1;
    this.state.set("lost");
    this.timer = this.world.later(() => this.start(), waitAfter(this.losses, this.world.random()));
  }

  private watch(): void {
    this.cancelTimer();
    this.timer = this.world.later(() => this.lost(0), LONGEST_SILENCE);
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
  return typeof value === "object" && value !== null && "topic" in value && "version" in value;
}
