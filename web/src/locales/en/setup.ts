export const setup = {
  title: "First day",
  step: "{{number}}. {{name}}",
  steps: {
    body: "Certification body",
    administrator: "First administrator",
    recovery: "Recovery code",
  },
  welcome:
    "Welcome to Mingjian. This says who you are; you can change it later under Organisation settings.",
  done: "This installation has been set up. Please sign in.",
  missing: "Please fill this in.",
  token: "Set-up code",
  tokenNote:
    "Printed in the server's terminal at start, and kept in the file run/setup-token of the data directory.",
  name: "Name of the body",
  nameEn: "Name in English (optional)",
  approval: "Approval number",
  approvalNote: "For example CNCA-R-2019-523.",
  zone: "Time zone",
  administratorNote:
    "The first administrator invites everybody else. Nobody can grant a role to themselves later.",
  administrator: "Name",
  emailMissing: "Enter a valid e-mail address.",
  back: "Back",
  next: "Next",
  found: "Found the body",
  recovery: {
    title: "Recovery code",
    once: "The recovery code is shown this once. Write it on paper and give it to whoever is responsible for security.",
    why: "If the server's key file is damaged, only this code opens what was encrypted. Nobody can recover it for you, we included.",
    written: "Written down; check it",
    group: "Group {{number}}",
    groupMissing: "Type this group as you wrote it down.",
    again: "Show it again",
    confirm: "Check and finish",
  },
};
