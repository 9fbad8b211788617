import { beforeEach, describe, expect, test } from "vitest";

import { type Change, LiveClient, waitAfter } from "./live";

/** A socket that the test opens, feeds and breaks. */
class FakeSocket extends EventTarget {
  closed = false;
  constructor(readonly url: string) {
    super();
  }
  close(): void {
    this.closed = true;
  }
  opens(): void {
    this.dispatchEvent(new Event("open"));
  }
  says(text: string): void {
    this.dispatchEvent(new MessageEvent("message", { data: text }));
  }
  breaks(code = 1006): void {
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
}

/** A world in which time passes only when the test says so. */
class FakeWorld {
  sockets: FakeSocket[] = [];
  timers = new Map<number, { action: () => void; milliseconds: number }>();
  private next = 1;

  open = (url: string): WebSocket => {
    const socket = new FakeSocket(url);
    this.sockets.push(socket);
    return socket as unknown as WebSocket;
  };
  later = (action: () => void, milliseconds: number): number => {
    this.timers.set(this.next, { action, milliseconds });
    return this.next++;
  };
  cancel = (timer: number): void => void this.timers.delete(timer);
  random = () => 0.5;

  get socket(): FakeSocket {
    const last = this.sockets.at(-1);
    if (!last) throw new Error("no socket was opened");
    return last;
  }
  pass(): void {
    const waiting = [...this.timers.values()];
    this.timers.clear();
    for (const { action } of waiting) action();
  }
}

describe("live updates", () => {
  let world: FakeWorld;
  let changes: Change[];
  let told: string[];
  let live: LiveClient;

  beforeEach(() => {
    world = new FakeWorld();
    changes = [];
    told = [];
    const events = {
      onChange: (change: Change) => void changes.push(change),
      onReturn: () => void told.push("returned"),
      onSignedOut: () => void told.push("signed out"),
    };
    live = new LiveClient("ws://host/ws", events, world);
    live.start();
    world.socket.opens();
  });

  test("a change on the line reaches the page", () => {
    world.socket.says('{"topic":"people","id":"1","version":7}');
    expect(changes).toEqual([{ topic: "people", id: "1", version: 7 }]);
  });

  test("a heartbeat is no change, and noise is ignored", () => {
    world.socket.says('{"topic":"heartbeat","id":"","version":7}');
    world.socket.says("not json");
    world.socket.says("[]");
    expect(changes).toEqual([]);
  });

  test("after a loss it waits, comes back and resumes where it was", () => {
    world.socket.says('{"topic":"people","id":"1","version":7}');
    world.socket.breaks();
    expect(live.state.get()).toBe("lost");
    world.pass();
    expect(world.socket.url).toBe("ws://host/ws?since=7");
    world.socket.opens();
    expect(live.state.get()).toBe("open");
    expect(told).toEqual(["returned"]);
  });

  test("a page that knows no version reads everything again after a loss", () => {
    world.socket.breaks();
    world.pass();
    world.socket.opens();
    expect(changes).toEqual([{ topic: "*", id: "", version: 0 }]);
  });

  test("a silent line counts as lost", () => {
    world.pass();
    expect(live.state.get()).toBe("lost");
    expect(world.sockets[0]?.closed).toBe(true);
  });

  test("a signed-out line is not asked again", () => {
    world.socket.breaks(4401);
    expect(told).toEqual(["signed out"]);
    expect(world.timers.size).toBe(0);
  });

  test("the user may reconnect without waiting, and only one socket lives", () => {
    world.socket.breaks();
    live.retryNow();
    live.retryNow();
    expect(world.sockets).toHaveLength(2);
    world.sockets[0]?.breaks();
    expect(live.state.get()).toBe("lost");
    world.socket.opens();
    expect(live.state.get()).toBe("open");
  });

  test("stopping closes the line and forgets the timer", () => {
    live.stop();
    expect(world.socket.closed).toBe(true);
    expect(world.timers.size).toBe(0);
  });

  test("waits grow from below a second to half a minute, half of it by chance", () => {
    expect(waitAfter(1, 0)).toBe(250);
    expect(waitAfter(1, 1)).toBe(500);
    expect(waitAfter(20, 0)).toBe(15_000);
    expect(waitAfter(20, 1)).toBe(30_000);
  });
});
