import i18next from "i18next";
import { initReactI18next } from "react-i18next";

import type { zh } from "@/locales/zh";
import { htmlLanguage, language, type Language } from "./preferences";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof zh };
    returnNull: false;
  }
}

const DICTIONARIES: Record<Language, () => Promise<object>> = {
  "zh-hans": () => import("@/locales/zh").then((module) => module.zh),
  en: () => import("@/locales/en").then((module) => module.en),
};

async function speak(chosen: Language): Promise<void> {
  if (!i18next.hasResourceBundle(chosen, "translation")) {
    i18next.addResourceBundle(chosen, "translation", await DICTIONARIES[chosen]());
  }
  await i18next.changeLanguage(chosen);
  document.documentElement.lang = htmlLanguage(chosen);
}

/** Loads the words of the chosen language, and of another when the choice changes. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language.get(),
    resources: {},
    fallbackLng: false,
    lowerCaseLng: true,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(language.get());
  language.subscribe(() => void speak(language.get()));
}
