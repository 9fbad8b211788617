import { describe, expect, test } from "vitest";

import { cookie } from "./cookies";
import { firstLanguage, language, theme } from "./preferences";

describe("what the browser remembers", () => {
  test("the first visit speaks the browser's language, Chinese when in doubt", () => {
    expect(firstLanguage(["zh-CN", "en"])).toBe("zh-hans");
    expect(firstLanguage(["en-GB", "zh"])).toBe("en");
    expect(firstLanguage(["de", "en"])).toBe("en");
    expect(firstLanguage(["de"])).toBe("zh-hans");
    expect(firstLanguage([])).toBe("zh-hans");
  });

  test("the language is told to the server by cookie", () => {
    language.set("en");
    expect(cookie("django_language")).toBe("en");
    language.set("zh-hans");
    expect(cookie("django_language")).toBe("zh-hans");
  });

  test("the theme survives in a cookie, because signing out empties the storage", () => {
    theme.set("dark");
    expect(cookie("mingjian_theme")).toBe("dark");
  });

  test("a cookie is found whole, not by a part of its name", () => {
    expect(cookie("token", "csrftoken=1; token=a%20b")).toBe("a b");
    expect(cookie("missing", "csrftoken=1")).toBeUndefined();
  });
});
