// Skeleton.
export function AgedBalancePage() {
  return null;
}
