// Auxiliary accounts of a FEC: notes one that has two labels, or that is both customer and supplier.
import type { FecAccountGroup } from '@quittance/core/intake';
import type { NoteBook } from '../../text/index.ts';

const MOST_KNOWN = 200_000;

type Known = { label: string; isCustomer: boolean; isSupplier: boolean };

/** Watches the auxiliaries of a file. */
export class AuxiliaryBook {
  private readonly known = new Map<string, Known>();
  private readonly notes: NoteBook;

  constructor(notes: NoteBook) {
    this.notes = notes;
  }

  /** Looks at one line that names an auxiliary. */
  add(auxiliary: string, label: string, line: { row: number; group: FecAccountGroup }): void {
    const known = this.known.get(auxiliary) ?? this.begin(auxiliary, label);
    if (known.label !== label) this.notes.add('auxiliary_two_labels', line.row, () => `${auxiliary}: ${label}`);
    const wasBoth = known.isCustomer && known.isSupplier;
    if (line.group === 'customers') known.isCustomer = true;
    if (line.group === 'suppliers') known.isSupplier = true;
    if (!wasBoth && known.isCustomer && known.isSupplier) {
      this.notes.add('auxiliary_customer_and_supplier', line.row, auxiliary);
    }
  }

  private begin(auxiliary: string, label: string): Known {
    const known = { label, isCustomer: false, isSupplier: false };
    if (this.known.size < MOST_KNOWN) this.known.set(auxiliary, known);
    return known;
  }
}
