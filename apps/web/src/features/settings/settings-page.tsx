// Skeleton.
export function SettingsPage() {
  return null;
}
