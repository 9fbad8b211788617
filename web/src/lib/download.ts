/** How long a browser may take to begin saving. */
const KEPT = 60_000;

/** Hands content that is here already to the browser, to be saved under a name. */
export function saveAs(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
