const HOUR = 3_600_000;

/** So many hours from now, as a field for local times takes it. */
export function hoursOn(hours: number): string {
  const at = new Date(Date.now() + hours * HOUR);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
