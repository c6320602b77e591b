// Proof kind: what a proof file is, told by its first bytes; its name and the sender's word count for nothing.

/** Media types a proof may have. */
export type ProofMediaType = 'application/pdf' | 'image/png' | 'image/jpeg';

/** First bytes: ISO 32000 § 7.5.2, PNG § 5.2 (ISO/IEC 15948), JPEG start of image (ISO/IEC 10918-1 annex B). */
const SIGNATURES: readonly Readonly<{ mediaType: ProofMediaType; bytes: readonly number[] }>[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** The media type of a proof, or undefined where the file is none that can be kept. */
export const proofKindOf = (content: Uint8Array): ProofMediaType | undefined =>
  SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte))?.mediaType;
