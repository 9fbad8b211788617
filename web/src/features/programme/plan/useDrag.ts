import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";

import { moved, resized, snapped, type Span, STEP } from "./times";
import type { Item } from "./types";

/** How long the keys must rest before the new time is sent. */
const REST = 600;

interface Options {
  item: Item;
  may: boolean;
  minutesPerPixel: () => number;
  /** Tells whether it was saved. */
  onMove: (item: Item, span: Span) => Promise<boolean>;
  onRemove: (item: Item) => void;
  onOpen: (id: string) => void;
}

interface Drag {
  from: number;
  change: typeof moved;
  has: boolean;
}

/** An item under the pointer or the arrow keys: shown at its new time, sent when it comes to rest. */
export function useDrag({ item, may, minutesPerPixel, onMove, onRemove, onOpen }: Options) {
  const original: Span = { local_start: item.local_start, local_end: item.local_end };
  const [pending, setPending] = useState<{ version: number; span: Span }>();
  const drag = useRef<Drag>(undefined);
  const timer = useRef<number>(undefined);
  const isSending = useRef(false);
  // What was pulled counts for the item as it was then; once saved, the item says it itself.
  const span = pending?.version === item.version ? pending.span : undefined;
  const shown = span ?? original;
  const setSpan = (next: Span | undefined) =>
    setPending(next && { version: item.version, span: next });

  const send = (next: Span | undefined) => {
    window.clearTimeout(timer.current);
    const isSame =
      !next || (next.local_start === original.local_start && next.local_end === original.local_end);
    if (isSame || isSending.current) return setSpan(isSame ? undefined : next);
    isSending.current = true;
    return void onMove(item, next).then((isSaved) => {
      isSending.current = false;
      if (!isSaved) setPending(undefined);
    });
  };
  const begin = (event: PointerEvent<HTMLElement>, change: typeof moved) => {
    if (!may || event.button !== 0 || isSending.current) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: event.clientX, change, has: false };
  };
  const pull = (event: PointerEvent<HTMLElement>) => {
    const current = drag.current;
    if (!current) return;
    const minutes = snapped((event.clientX - current.from) * minutesPerPixel());
    if (minutes !== 0) current.has = true;
    if (current.has) setSpan(current.change(original, minutes));
  };
  const drop = () => {
    const current = drag.current;
    drag.current = undefined;
    if (current?.has) send(span);
  };
  const step = (event: KeyboardEvent, minutes: number) => {
    event.preventDefault();
    if (isSending.current) return;
    const next = (event.shiftKey ? resized : moved)(shown, minutes);
    setSpan(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => send(next), REST);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onOpen(item.id);
    } else if (may && event.key === "ArrowLeft") step(event, -STEP);
    else if (may && event.key === "ArrowRight") step(event, STEP);
    else if (may && event.key === "Delete") onRemove(item);
    else if (event.key === "Escape") send(undefined);
  };
  const wasDragged = useRef(false);
  return {
    span: shown,
    isMoving: span !== undefined,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        wasDragged.current = false;
        begin(event, moved);
      },
      onPointerMove: pull,
      onPointerUp: () => {
        wasDragged.current = drag.current?.has ?? false;
        drop();
      },
      onPointerCancel: () => {
        drag.current = undefined;
        setSpan(undefined);
      },
      onClick: () => wasDragged.current || onOpen(item.id),
      onKeyDown: press,
      onBlur: () => span && !drag.current && send(span),
    },
    edge: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        wasDragged.current = true;
        begin(event, resized);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        event.stopPropagation();
        pull(event);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        event.stopPropagation();
        drop();
      },
    },
  };
}
