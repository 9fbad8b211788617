import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { ApiError, NO_ANSWER } from "@/lib/errors";
import { AGAIN, Autosave, type Kept, PAUSE } from "./autosave";

/** A browser's memory and a server with one row, which may be out of reach or changed by others. */
class World {
  kept: Kept<string> | null = null;
  row = { value: "", version: 1 };
  isReachable = true;

  open() {
    return new Autosave<string>({
      ...this.row,
      keeper: {
        read: () => this.kept,
        write: (kept) => (this.kept = kept),
        clear: () => (this.kept = null),
      },
      save: async (value, version) => {
        await Promise.resolve();
        if (!this.isReachable) throw new ApiError(NO_ANSWER, "no_answer", "没有网络");
        if (version !== this.row.version) {
          throw new ApiError(409, "stale", "", {}, { current: this.row });
        }
        if (value === "bad") throw new ApiError(422, "invalid_input", "填写有误");
        this.row = { value, version: version + 1 };
        return this.row.version;
      },
    });
  }
}

describe("what is typed", () => {
  let world: World;
  beforeEach(() => {
    vi.useFakeTimers();
    world = new World();
  });
  afterEach(() => vi.useRealTimers());

  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it("is on the server within two seconds and then no longer in the browser", async () => {
    const form = world.open();
    form.change("一");
    expect(world.kept).toEqual({ value: "一", version: 1 });
    await pass(PAUSE);
    expect(PAUSE).toBeLessThan(2000);
    expect(world.row).toEqual({ value: "一", version: 2 });
    expect(world.kept).toBeNull();
    expect(form.state.get().standing).toBe("saved");
  });

  it("is sent though the writer never pauses", async () => {
    const form = world.open();
    for (let second = 0; second < 3; second += 1) {
      form.change(`${second}a`);
      await pass(600);
    }
    expect(world.row.version).toBeGreaterThan(1);
    await pass(PAUSE);
    expect(world.row.value).toBe("2a");
  });

  it("waits in the browser without a line, survives a reload, and is sent when it is back", async () => {
    world.isReachable = false;
    const before = world.open();
    before.change("在车间里");
    await pass(PAUSE);
    expect(before.state.get().standing).toBe("offline");
    before.stop();
    const after = world.open();
    expect(after.state.get().value).toBe("在车间里");
    await pass(PAUSE);
    world.isReachable = true;
    await pass(AGAIN);
    expect(world.row.value).toBe("在车间里");
    expect(after.state.get().standing).toBe("saved");
  });

  it("is not sent over what somebody else saved, until the writer chooses", async () => {
    const form = world.open();
    world.row = { value: "别人的", version: 5 };
    form.change("我的");
    await pass(PAUSE);
    expect(form.state.get().standing).toBe("stale");
    form.change("我的，接着写");
    await pass(AGAIN);
    expect(world.row.value).toBe("别人的");
    await form.keepMine(5);
    expect(world.row).toEqual({ value: "我的，接着写", version: 6 });
  });

  it("gives way where the writer takes the other version", async () => {
    const form = world.open();
    world.row = { value: "别人的", version: 5 };
    form.change("我的");
    await pass(PAUSE);
    form.takeTheirs("别人的", 5);
    expect(form.state.get()).toMatchObject({ value: "别人的", version: 5, standing: "saved" });
    expect(world.kept).toBeNull();
  });

  it("stays in the browser when the server refuses it, and says why", async () => {
    const form = world.open();
    form.change("bad");
    await pass(PAUSE);
    expect(form.state.get().standing).toBe("refused");
    expect(form.state.get().error?.message).toBe("填写有误");
    expect(world.kept?.value).toBe("bad");
    form.change("good");
    await pass(PAUSE);
    expect(world.row.value).toBe("good");
  });
});
