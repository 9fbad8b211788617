export const redaction = {
  first: "Redact first",
  choose: "Choose a picture or a recording to redact",
  title: "Redact {{name}}",
  stays:
    "The original is worked on here and does not leave this device. Once you confirm, only the covered copy is uploaded; both hashes are kept.",
  confirm: "Use the covered copy",
  reason: "Why it is covered",
  reasonNote:
    "The audit team reads this, for example “ID numbers of employees”. Do not write down what was covered.",
  unreadable:
    "This browser cannot read the file. Choose a JPEG, PNG or WebP picture, or an MP3, WAV or M4A recording.",
  tooLarge:
    "The file is larger than 256 MiB and cannot be redacted in the browser. Shorten it first, or use another tool on your computer.",
  failed: "The covered copy could not be made. Close other pages and try again.",
  reduced: "The picture is very large; the copy is reduced to {{width}} × {{height}} pixels.",
  mode: "What the pointer does",
  mark: "Mark",
  move: "Move the view",
  zoom: "Zoom",
  add: "Add a cover",
  undo: "Undo",
  picture: "Picture to redact",
  wave: "Waveform of the recording to silence",
  part: "Cover {{number}}",
  parts: "List of covers",
  remove: "Remove",
  removePart: "Remove cover {{number}}",
  none: "Nothing is covered yet. Drag over the picture, or choose “Add a cover”.",
  keys: "On a cover: arrow keys move it, Shift + arrows resize it, Alt makes fine steps, Delete removes it.",
  before: "Redacted before upload",
  covered: "Covered",
  kind: {
    image_box: "picture covered in {{places}} place(s)",
    audio_cut: "recording silenced in {{places}} place(s)",
  },
  originalHash: "SHA-256 of the original",
  compare: "Compare an original",
  compareNote:
    "The file is not uploaded: its hash is computed on this device and compared; the result enters the chain of custody.",
  matches: "It matches: this file is the original from before the redaction.",
  differs: "It differs: this file is not the original from before the redaction.",
};
