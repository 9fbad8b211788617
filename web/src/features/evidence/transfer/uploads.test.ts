import type { Upload } from "tus-js-client";
import { expect, it, vi } from "vitest";

import { UploadQueue } from "./uploads";
import type { Sending } from "./sending";

class FakeUpload {
  started = 0;
  ended: boolean[] = [];
  constructor(readonly sending: Sending) {}
  findPreviousUploads = () => Promise.resolve([]);
  start = () => {
    this.started += 1;
  };
  abort = (terminate = false) => {
    this.ended.push(terminate);
    return Promise.resolve();
  };
}

function queued(count: number) {
  const uploads: FakeUpload[] = [];
  const queue = new UploadQueue("c1", {}, (sending) => {
    const upload = new FakeUpload(sending);
    uploads.push(upload);
    return upload as unknown as Upload;
  });
  queue.add(
    Array.from({ length: count }, (_, number) => ({
      file: new File(["x"], `${number}.pdf`),
      path: `${number}.pdf`,
    })),
  );
  return { queue, uploads };
}

const states = (queue: UploadQueue) => queue.snapshot().map(({ state }) => state);

it("sends three at once, and the next when one is sealed", () => {
  const { queue, uploads } = queued(5);
  const sealed = vi.fn();
  queue.whenSealed(sealed);
  expect(states(queue)).toEqual(["sending", "sending", "sending", "waiting", "waiting"]);

  uploads[1]?.sending.onSealed("item");
  expect(states(queue)).toEqual(["sending", "sealed", "sending", "sending", "waiting"]);
  expect(sealed).toHaveBeenCalledWith("item");
});

it("keeps what failed, with the server's sentence, until it is tried again", () => {
  const { queue, uploads } = queued(1);
  uploads[0]?.sending.onFailed("磁盘已满");
  expect(queue.snapshot()[0]).toMatchObject({ state: "failed", error: "磁盘已满" });

  queue.resume(1);
  expect(queue.snapshot()[0]).toMatchObject({ state: "sending", error: "" });
});

it("waits while the line is gone and goes on when it is back", () => {
  const { queue } = queued(2);
  queue.lost();
  expect(states(queue)).toEqual(["offline", "offline"]);

  queue.back();
  expect(states(queue)).toEqual(["sending", "sending"]);
});

it("removes a cancelled file from the server too", () => {
  const { queue, uploads } = queued(2);
  queue.cancel(1);

  expect(uploads[0]?.ended).toEqual([true]);
  expect(queue.snapshot().map(({ key }) => key)).toEqual([2]);
});
