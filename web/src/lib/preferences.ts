import { cookie } from "./cookies";
import { createStore, useStore } from "./store";

/** What this browser remembers about how the product should look; never anything about an audit. */
export type Theme = "system" | "light" | "dark";
export type Language = "zh-hans" | "en";
export type Density = "compact" | "comfortable";

const THEMES: readonly Theme[] = ["system", "light", "dark"];
const LANGUAGES: readonly Language[] = ["zh-hans", "en"];
const DENSITIES: readonly Density[] = ["compact", "comfortable"];

const YEAR = 31_536_000;

/**
 * In cookies, because the server reads the language there too (downloads and redirects carry no
 * header of ours), and because signing out empties the browser's storage.
 */
function preference<T extends string>(name: string, allowed: readonly T[], otherwise: T) {
  const value = cookie(name);
  const store = createStore<T>(allowed.find((candidate) => candidate === value) ?? otherwise);
  const remember = () => {
    document.cookie = `${name}=${store.get()}; path=/; max-age=${YEAR}; samesite=lax`;
  };
  store.subscribe(remember);
  return { store, remember };
}

/** The first visit speaks the browser's language; Chinese unless it asks for something else only. */
export function firstLanguage(wanted: readonly string[]): Language {
  const first = wanted.find((tag) => /^(zh|en)\b/i.test(tag));
  return first && /^en\b/i.test(first) ? "en" : "zh-hans";
}

const first = firstLanguage(navigator.languages);
const spoken = preference<Language>("django_language", LANGUAGES, first);
spoken.remember();

export const theme = preference<Theme>("mingjian_theme", THEMES, "system").store;
export const density = preference<Density>("mingjian_density", DENSITIES, "compact").store;
export const language = spoken.store;

export const htmlLanguage = (chosen: Language) => (chosen === "en" ? "en" : "zh-CN");

const darkSystem = window.matchMedia("(prefers-color-scheme: dark)");

const systemIsDark = createStore(darkSystem.matches);
darkSystem.addEventListener("change", (event) => systemIsDark.set(event.matches));

export const useTheme = () => useStore(theme);
export const useDensity = () => useStore(density);
export const useLanguage = () => useStore(language);

/** Whether to draw dark: the explicit choice, else the system's. */
export function useDark(): boolean {
  const chosen = useStore(theme);
  const system = useStore(systemIsDark);
  return chosen === "system" ? system : chosen === "dark";
}
