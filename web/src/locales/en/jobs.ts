import type { Texts } from "../texts";
import type { jobs as zh } from "../zh/jobs";

export const jobs: Texts<typeof zh> = {
  job: "Job",
  search: "Search jobs",
  all: "All",
  counted: "{{state}} {{count}}",
  status: "State",
  message: "What happened",
  attempts: "Attempts",
  attemptsOf: "{{done}} / {{allowed}}",
  enqueued: "Submitted",
  runAfter: "Not before",
  started: "Started",
  finished: "Ended",
  progress: "{{done}} of {{total}} done",
  noWorker:
    "No job process is running, so waiting jobs will not start. Check that every service was started.",
  emptyTitle: "No background jobs",
  empty:
    "Work that takes time, such as sending mail or importing, is listed here. There is nothing to do now.",
  forSupport: "For technical support",
  retry: "Run again",
  now: "Run now",
  cancel: "Cancel job",
  state: {
    waiting: "Waiting",
    running: "Running",
    failed: "Failed",
    done: "Done",
    cancelled: "Cancelled",
  },
};
