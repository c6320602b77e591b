// Skeleton.
export function ImportsPage() {
  return null;
}
