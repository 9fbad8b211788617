import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 767.98px)";

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Below 768 px tables become cards and the navigation a drawer. */
export const useNarrow = () =>
  useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
