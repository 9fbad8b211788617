import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useShortcut } from "@/lib/shortcuts";
import { Icon } from "@/ui/icons";
import { SearchResults } from "./SearchResults";
import styles from "./Search.module.css";
import { useHits } from "./useHits";

/** One box for everything the role may read; `/` goes there, arrows choose, Enter opens. */
export function Search() {
  const { t } = useTranslation();
  const router = useRouter();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const { groups, hits, state } = useHits(text);

  const focus = useCallback(() => {
    setOpen(true);
    input.current?.focus();
    input.current?.select();
  }, []);
  useShortcut("/", focus);
  useCloseOutside(box, () => setOpen(false));

  const go = (href: string | undefined) => {
    if (!href) return;
    setOpen(false);
    input.current?.blur();
    router.history.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      setOpen(false);
      input.current?.blur();
    }
    if (event.key === "Enter") go(hits[chosen]?.href);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setChosen((old) => (hits.length ? (old + step + hits.length) % hits.length : 0));
    }
  };
  const shown = open && state !== "idle";
  return (
    <div className={styles.box} data-open={open || undefined} ref={box}>
      <button
        type="button"
        className={styles.opener}
        aria-label={t("shell.search.open")}
        onClick={focus}
      >
        <Icon name="search" size={20} />
      </button>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-label={t("shell.search.label")}
          aria-expanded={shown}
          aria-controls={list}
          aria-activedescendant={shown && hits.length ? `${list}-${chosen}` : undefined}
          autoComplete="off"
          maxLength={100}
          placeholder={t("shell.search.placeholder")}
          value={text}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
        />
        <kbd aria-hidden>/</kbd>
      </div>
      {shown && (
        <SearchResults
          id={list}
          text={text}
          state={state}
          groups={groups}
          chosen={chosen}
          onGo={go}
        />
      )}
    </div>
  );
}

function useCloseOutside(box: React.RefObject<HTMLDivElement | null>, close: () => void): void {
  useEffect(() => {
    const listen = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close();
    };
    document.addEventListener("pointerdown", listen);
    document.addEventListener("focusin", listen);
    return () => {
      document.removeEventListener("pointerdown", listen);
      document.removeEventListener("focusin", listen);
    };
  });
}
