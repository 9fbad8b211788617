import type { Texts } from "../texts";
import type { account as zh } from "../zh/account";

export const account: Texts<typeof zh> = {
  on: "On",
  off: "Off",
  since: "Since",
  security: { title: "Sign-in and security" },
  proof: {
    title: "Please confirm that it is you",
    text: "A fresh check is needed before the way you sign in can be changed.",
    submit: "Confirm",
  },
  password: {
    title: "Password",
    change: "Change password",
    current: "Current password",
    save: "Save new password",
    changed: "Your password is changed and all other devices were signed out.",
  },
  totp: {
    title: "Authenticator app",
    text: "Besides the password, sign-in asks for 6 digits that an app on your phone shows. A stolen password alone is then useless.",
    activate: "Turn on",
    remove: "Turn off",
    setUp: "Set up the authenticator app",
    scan: "Scan the code with your authenticator app, then enter the 6 digits it shows.",
    byHand: "If you cannot scan, enter this key by hand:",
    code: "Digits shown by the app",
    confirm: "Verify and turn on",
  },
  codes: {
    title: "Recovery codes",
    left: "{{left}} left",
    text: "When the phone is lost, a recovery code replaces the digits of the app. Each works once.",
    renew: "Make new codes",
    once: "These codes are shown only now. Write them down or keep them somewhere safe; earlier ones no longer work.",
    copy: "Copy",
    copied: "Copied",
    kept: "I have kept them",
  },
  passkeys: {
    title: "Passkeys",
    text: "Sign in with a fingerprint, your face or the device code: no password to type, nothing a false site could steal.",
    add: "Add a passkey",
    create: "Create",
    remove: "Delete",
    name: "Name",
    nameExample: "A name you will recognise, such as “office computer”.",
    nameMissing: "Enter a name of at most 60 characters.",
    unsupported: "This browser does not support passkeys.",
  },
};
