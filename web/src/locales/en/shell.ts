import type { Texts } from "../texts";
import type { shell as zh } from "../zh/shell";

export const shell: Texts<typeof zh> = {
  product: "Mingjian",
  productLong: "Mingjian · remote auditing",
  skip: "Skip to content",
  trail: "You are here",
  mainNav: "Main navigation",
  openNav: "Open navigation",
  switchLanguage: "切换为中文",
  nav: {
    home: "My work",
    audits: "Audits",
    people: "People and roles",
    organisations: "Organisations",
    journal: "Journal",
    jobs: "Background jobs",
    settings: "Settings",
  },
  user: {
    menu: "{{name}}, personal menu",
    profile: "Profile",
    security: "Sign-in and security",
    memberships: "Work in another role",
    appearance: "Appearance",
    light: "Light",
    dark: "Dark",
    system: "As the system",
    density: "Spacing",
    compact: "Compact",
    comfortable: "Comfortable",
    help: "Keyboard shortcuts",
    signOut: "Sign out",
  },
  search: {
    label: "Search everything",
    placeholder: "Search audits, people, organisations, journal",
    open: "Open search",
    nothing: 'Nothing found for "{{text}}".',
    results: "Search results",
  },
  keys: {
    title: "Keyboard shortcuts",
    search: "Search",
    help: "Show shortcuts",
    home: "My work",
    close: "Close a window",
    note: "Shortcuts are off while you write in a field.",
  },
  line: {
    offline:
      "You are offline. This page keeps what you entered and continues when the network returns.",
    lost: "The connection to the server was lost. Reconnecting…",
    now: "Reconnect now",
    back: "Connected again; this page is up to date.",
    newVersion: "The system was updated. Save what you are writing, then reload the page.",
    reload: "Reload page",
  },
  expired: {
    title: "Your sign-in has expired",
    text: "Please sign in again. You will return to this page with everything you entered.",
    leave: "Sign out and use another account",
    other: "This is another account. Sign in as {{email}}, or sign out to use another account.",
  },
  notFound: {
    title: "There is no such page",
    text: "The link may have expired, or the content was removed.",
    home: "Back to my work",
  },
  forbidden: {
    title: "Your current role cannot see this page",
    text: "You are working as {{role}}. Switch your role, or ask an administrator of your organisation.",
  },
  crash: {
    title: "This page failed",
    text: "Other pages still work. Try again; if it persists, tell your administrator the line below.",
  },
};
