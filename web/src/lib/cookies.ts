/** The value of a cookie that scripts may read (Django's CSRF token). */
export function cookie(name: string, jar: string = document.cookie): string | undefined {
  const pair = jar.split("; ").find((candidate) => candidate.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}
