import type { Texts } from "../texts";
import type { ui as zh } from "../zh/ui";

export const ui: Texts<typeof zh> = {
  loading: "Loading…",
  retry: "Try again",
  choose: "Choose",
  chooseAll: "Choose all",
  cancel: "Cancel",
  undo: "Undo",
  none: "(empty)",
  export: "Export to Excel",
  rows: "{{total}} in total",
  nothingFound: "Nothing matches.",
  clearFilters: "Clear filters",
  fieldError: "{{label}}: {{sentence}}",
  comma: ", ",
  instant: "{{local}} {{zone}}; {{utc}} UTC",
  serverFault:
    "The server failed ({{status}}). Try again shortly; if it persists, tell your administrator.",
  noAnswer: "The server cannot be reached. Check the network; what you entered stays on this page.",
  stale: {
    title: "Someone else changed this",
    field: "Field",
    mine: "My version",
    theirs: "Their version",
    same: "Your entries are the same as their version.",
    keepMine: "Keep my version",
    takeTheirs: "Take their version",
  },
  discard: {
    title: "Discard unsaved changes?",
    text: "What you entered will not be kept after closing.",
    leave: "Discard changes",
    stay: "Keep editing",
  },
};
