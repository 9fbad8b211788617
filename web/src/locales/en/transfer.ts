export const transfer = {
  handOver: "Hand over files",
  drop: "Drop files or a whole folder here",
  files: "Choose files",
  folder: "Choose a folder",
  photo: "Take a photo",
  promise:
    "Encrypted while it arrives. After a lost line or a closed page, choose the same file again and it goes on where it stopped.",
  queue: "Uploads",
  done: "{{done}} of {{all}} sealed",
  clear: "Clear what is done",
  state: {
    waiting: "Waiting",
    sending: "Sending",
    paused: "Paused",
    offline: "Waiting for the network",
    sealed: "Sealed",
    failed: "Failed",
  },
  pause: "Pause",
  resume: "Resume",
  retry: "Try again",
  noAnswer:
    "The connection to the server was lost. Check the network and try again; what was sent is not lost.",
};
