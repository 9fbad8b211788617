export const signature = {
  method: "How to sign",
  draw: "Draw",
  type: "Type the name",
  name: "Name of the person who signs",
  sheet: "Area to sign in",
  hint: "Sign above with a finger, pen or mouse. By keyboard, choose “Type the name”.",
  clear: "Clear",
  of: "Signature of {{name}}",
};
