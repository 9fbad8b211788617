/** How long a browser may take to begin saving. */
const KEPT = 60_000;

/** Hands content that is here already to the browser, to be saved under a name. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  saveFrom(address, name);
  window.setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/** Lets the browser save what lies at an address, or is made there while it is sent. */
export function saveFrom(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
