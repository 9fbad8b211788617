import type { Texts } from "../texts";
import type { signin as zh } from "../zh/signin";

export const signin: Texts<typeof zh> = {
  title: "Sign in",
  email: "E-mail",
  emailMissing: "Enter your e-mail address.",
  password: "Password",
  passwordMissing: "Enter your password.",
  submit: "Sign in",
  passkey: "Sign in with a passkey",
  forgot: "Forgot your password?",
  newPassword: "New password",
  passwordRule:
    "At least 12 characters; not a common password, not your e-mail. A few words together are easy to remember and safe.",
  passwordShort: "At least 12 characters.",
  choose: {
    title: "Choose your role",
    text: "{{name}}, you have several roles. Choose the one to work in now; you can switch at the top right later.",
  },
  noRole: {
    title: "No role in force",
    text: "Your sign-in is right, but your account has no role in force today. Ask an administrator of your organisation to grant one, or to check its dates.",
  },
  invitation: {
    title: "Accept invitation",
    text: "{{person}}, you are invited to the Mingjian remote auditing platform, to act for {{organisation}}.",
    email: "Sign-in e-mail",
    roles: "Roles",
    until: "Link valid until",
    accept: "Accept and enter",
    existing: "This e-mail already has an account. Sign in, and the invitation is accepted.",
    dead: "Ask the person who invited you to send a new invitation.",
  },
  provider: {
    use: "Sign in with {{name}}",
    error:
      "Signing in through your organisation did not work. Try again, or use e-mail and password.",
  },
  demo: {
    title: "Demo logins",
    aside: "Click a role to fill in its login",
  },
  second: {
    title: "Second step",
    totpText: "Open your authenticator app and enter the 6 digits it shows now.",
    recoveryText: "Enter a recovery code you have not used yet. It will not work again.",
    totp: "Code",
    recovery: "Recovery code",
    missing: "Enter the code.",
    submit: "Verify and sign in",
    passkey: "Verify with a passkey",
    useTotp: "Use the authenticator code",
    useRecovery: "Use a recovery code",
    back: "Back",
  },
  reset: {
    title: "Reset password",
    newTitle: "Choose a new password",
    text: "Enter the e-mail you sign in with. We will send a link to choose a new password.",
    ask: "Send the link",
    sent: "If {{email}} is a registered account, the mail arrives within minutes. If not, check the spam folder or ask an administrator of your organisation.",
    expired: "This link has expired or was used before. Ask for a new mail.",
    save: "Save new password",
    done: "Your new password is saved and all other devices were signed out. Sign in with it now.",
    toLogin: "Back to sign-in",
  },
};
