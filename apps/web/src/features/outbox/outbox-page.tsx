// Skeleton.
export function OutboxPage() {
  return null;
}
