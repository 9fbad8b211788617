export function StatusBanners() {
  return null;
}
