// Geometry: where things stand on the A4 sheet so that the address shows in the window of a French DL or C5 envelope.

/** Millimetres from the top left corner of the sheet. */
export type LetterGeometry = Readonly<{
  /** Left edge of the address block. */
  addressX: number;
  /** Top of its first line. */
  addressY: number;
  addressWidth: number;
  /** Where the date and the text may start. */
  bodyY: number;
}>;

/**
 * The usual French place, right of the sheet (NF Z 11-001). A DL window of 35 × 100 mm, 20 mm from the right and bottom edges,
 * shows x 100-190 mm wherever the sheet slides, and y 44-79 mm when it rests on the envelope's bottom.
 */
export const FRENCH_WINDOW: LetterGeometry = { addressX: 110, addressY: 50, addressWidth: 80, bodyY: 84 };
