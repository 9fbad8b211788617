import { expect, it, vi } from "vitest";

import { metadataOf, type Sending } from "./sending";

const sending = (purpose: Sending["purpose"]): Sending => ({
  path: "记录/校准.pdf",
  file: new File(["x"], "校准.pdf", { type: "application/pdf" }),
  caseId: "c1",
  purpose,
  onProgress: vi.fn(),
  onSealed: vi.fn(),
  onFailed: vi.fn(),
});

it("tells the server the audit, the name and the place in the folder", () => {
  expect(metadataOf(sending({}))).toEqual({
    case: "c1",
    name: "校准.pdf",
    type: "application/pdf",
    path: "记录/校准.pdf",
  });
});

it("leaves out what is not known", () => {
  expect(metadataOf(sending({ request: "r1", effective_on: "" }))).toMatchObject({ request: "r1" });
  expect(metadataOf(sending({ effective_on: "" }))).not.toHaveProperty("effective_on");
});
