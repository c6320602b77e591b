// Skeleton.
export function TodayPage() {
  return null;
}
