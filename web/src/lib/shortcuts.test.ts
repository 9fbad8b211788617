import { describe, expect, test } from "vitest";

import { isTyping } from "./shortcuts";

function press(target: HTMLElement, init: KeyboardEventInit = {}): boolean {
  document.body.replaceChildren(target);
  let typing = false;
  target.addEventListener("keydown", (event) => (typing = isTyping(event)));
  target.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, ...init }));
  return typing;
}

describe("single keys", () => {
  test("are shortcuts on the page but letters in a field", () => {
    expect(press(document.createElement("div"))).toBe(false);
    expect(press(document.createElement("input"))).toBe(true);
    expect(press(document.createElement("textarea"))).toBe(true);
  });

  test("belong to the browser when pressed with a modifier", () => {
    expect(press(document.createElement("div"), { ctrlKey: true })).toBe(true);
    expect(press(document.createElement("div"), { metaKey: true })).toBe(true);
  });
});
