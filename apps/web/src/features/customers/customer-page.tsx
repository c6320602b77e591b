// Skeleton.
export function CustomerPage() {
  return null;
}
