import { useEffect } from "react";

const EDITABLE = "input, textarea, select, [contenteditable=''], [contenteditable='true']";

/** Single keys must not fire while somebody writes, nor with a modifier, nor behind a dialog. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return event.ctrlKey || event.metaKey || event.altKey || Boolean(target?.closest(EDITABLE));
}

/** Runs `action` when `key` is pressed outside editors. */
export function useShortcut(key: string, action: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.defaultPrevented || isTyping(event)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [key, action]);
}
