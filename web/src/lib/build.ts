import { createStore } from "./store";

/** Set when the server delivers another build than the one this page runs. */
export const newVersion = createStore(false);

const ENTRY = /src="(\/assets\/desk-[^"]+\.js)"/;

/** The entry script of a page, by which one build is told from another. */
export const entryOf = (html: string) => ENTRY.exec(html)?.[1];

/** Asked after every reconnection: a server that went away may have come back newer. */
export async function compareBuild(): Promise<void> {
  const running = entryOf(document.documentElement.outerHTML);
  const page = await fetch("/login", { cache: "no-store" }).then(
    (response) => response.text(),
    () => "",
  );
  const served = entryOf(page);
  if (running && served && running !== served) newVersion.set(true);
}

// A lazy part that is gone belongs to a build that is gone.
window.addEventListener("vite:preloadError", () => newVersion.set(true));
