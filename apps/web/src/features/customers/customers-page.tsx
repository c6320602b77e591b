// Skeleton.
export function CustomersPage() {
  return null;
}
