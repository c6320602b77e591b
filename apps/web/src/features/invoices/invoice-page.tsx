// Skeleton.
export function InvoicePage() {
  return null;
}
