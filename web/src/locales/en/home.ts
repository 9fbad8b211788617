import type { Texts } from "../texts";
import type { home as zh } from "../zh/home";

export const home: Texts<typeof zh> = {
  today: "{{day}} · {{zone}}",
  greeting: {
    night: "Good night, {{name}}",
    morning: "Good morning, {{name}}",
    afternoon: "Good afternoon, {{name}}",
    evening: "Good evening, {{name}}",
  },
  work: {
    title: "Waiting for me",
    overdue: "{{overdue}} overdue",
    order: "By due date",
    due: "Due",
    item: "What",
    subject: "About",
    action: "Action",
    emptyTitle: "Nothing is waiting for you",
    empty:
      "Whatever needs you is listed here by due date as soon as it comes up, without a reload.",
  },
  due: {
    yesterday: "Yesterday",
    overdue: "{{days}} days late",
    today: "Today",
    tomorrow: "Tomorrow",
    open: "Any time",
  },
  trust: {
    title: "Trust",
    open: "Open journal",
    size: "Journal",
    entries: "{{total}} entries",
    signed: "Last signed",
    verified: "Last verified",
    never: "not yet",
    intact: "Verified",
    broken: "{{found}} problems found",
  },
  account: {
    title: "My account",
    open: "Sign-in and security",
    role: "Present role",
    factor: "Second step",
    on: "On",
    off: "Off",
    elsewhere: "Signed in elsewhere",
    nowhere: "Only on this device",
  },
  organisations: {
    title: "Clients and authorities",
    all: "All {{total}}",
    client: "Client",
    authority: "Authority",
    since: "since {{date}}",
    emptyTitle: "No organisation yet",
    empty: "Enter your first client, then invite its contact.",
    first: "Enter an organisation",
  },
};
