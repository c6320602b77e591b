// The file's words. A backup is a stream of frames: header, then for each table its rows and an empty frame, then the trailer.
// A frame is its length in bytes (4, big-endian) and its bytes. Rows are COPY text, UTF-8. The whole is compressed outside.

/** First bytes of every backup, before the first frame. */
export const MAGIC = Buffer.from('QUITTANCE BACKUP\n');

/** Version of the layout described here. */
export const LAYOUT = 1;

/** A table of the backup, with the columns of its rows in order. */
export type BackupTable = Readonly<{ schema: string; name: string; columns: readonly string[] }>;

/** What stands before the rows. Tables are in an order in which each follows those it refers to. */
export type BackupHeader = Readonly<{
  layout: number;
  /** ISO 8601 instant at which the backup was made. */
  madeAt: string;
  /** Every migration the schema had, with the SHA-256 of its text. */
  migrations: readonly Readonly<{ name: string; sha256: string }>[];
  tables: readonly BackupTable[];
}>;

/** What stands behind the rows: what each table must come to, and where each sequence stood (null: never used). */
export type BackupTrailer = Readonly<{
  tables: readonly Readonly<{ table: string; rows: number; sha256: string }>[];
  sequences: readonly Readonly<{ schema: string; name: string; last: string | null }>[];
}>;

/** "public.invoices". */
export const tableName = ({ schema, name }: Readonly<{ schema: string; name: string }>): string => `${schema}.${name}`;

/** The same for SQL: quoted. */
export const quotedTable = ({ schema, name }: Readonly<{ schema: string; name: string }>): string =>
  `${quoted(schema)}.${quoted(name)}`;

/** An identifier for SQL. */
export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
