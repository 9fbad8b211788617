/** The nonce of this page; Ant Design puts it on every style element it inserts. */
export const nonce: string | undefined =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined;
