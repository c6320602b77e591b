// Skeleton.
export function InvoicesPage() {
  return null;
}
