import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, test } from "vitest";

import { show } from "../../tests/render";
import { isSigned, SignaturePad, UNSIGNED, type SignatureValue } from "./SignaturePad";
import { begun, drawnOn, inBox } from "./strokes";

const PATTERN = /^M[\d.]+ [\d.]+([ML]\d{1,3}(\.\d)? \d{1,3}(\.\d)?)*$/;

function Sample({ onValue }: { onValue: (value: SignatureValue) => void }) {
  const [value, setValue] = useState(UNSIGNED);
  onValue(value);
  return <SignaturePad value={value} onChange={setValue} />;
}

describe("a signature", () => {
  test("is drawn with a pointer and cleared again", async () => {
    let value = UNSIGNED;
    await show(<Sample onValue={(next) => (value = next)} />);
    await userEvent.type(screen.getByRole("textbox", { name: "签署人姓名" }), "黎明");
    const sheet = screen.getByRole("img", { name: "手写签名区" });
    sheet.getBoundingClientRect = () => new DOMRect(0, 0, 300, 100);
    fireEvent.pointerDown(sheet, { clientX: 10, clientY: 50, buttons: 1 });
    for (let x = 20; x < 120; x += 10)
      fireEvent.pointerMove(sheet, { clientX: x, clientY: 50 + (x % 7), buttons: 1 });
    expect(isSigned(value)).toBe(true);
    expect(value.strokes).toMatch(PATTERN);
    await userEvent.click(screen.getByRole("button", { name: "清除" }));
    expect(isSigned(value)).toBe(false);
  });

  test("is typed by whoever has only a keyboard", async () => {
    let value = UNSIGNED;
    await show(<Sample onValue={(next) => (value = next)} />);
    await userEvent.click(screen.getByText("键入姓名"));
    expect(isSigned(value)).toBe(false);
    await userEvent.type(screen.getByRole("textbox", { name: "签署人姓名" }), "黎明");
    expect(isSigned(value)).toBe(true);
  });

  test("stays inside the box and within its length", () => {
    const box = new DOMRect(0, 0, 600, 200);
    expect(inBox({ clientX: -5, clientY: 900 }, box)).toEqual({ x: 0, y: 200 });
    let path = begun("", { x: 1, y: 1 });
    for (let turn = 0; turn < 7_000; turn += 1)
      path = drawnOn(path, { x: turn % 600, y: (turn * 7) % 200 });
    expect(path.length).toBeLessThanOrEqual(40_000);
    expect(path).toMatch(PATTERN);
  });
});
