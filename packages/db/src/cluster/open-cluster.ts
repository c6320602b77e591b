// The one way to a database server: the external one when DATABASE_URL names it, else the embedded one of the data folder.
import { openEmbedded } from './embedded/open-embedded.ts';
import { openExternal } from './external.ts';

/** What opening a server needs. */
export type ClusterOptions = {
  /** The data folder of this installation; an external server leaves it alone. */
  readonly dataDir: string;
  /** Receives short progress lines, such as "creating the database". */
  readonly log?: (line: string) => void;
  /** Address of an external server; absent or empty: environment variable DATABASE_URL, else the embedded server. */
  readonly databaseUrl?: string | undefined;
};

/** An open server. */
export type Cluster = {
  readonly kind: 'embedded' | 'external';
  /** Owner of the database: migrations. Its role owns the tables, yet row-level security is forced on it too. */
  readonly ownerUrl: string;
  /** The application's role, which cannot bypass row-level security: everything else. */
  readonly appUrl: string;
  /** Gives the server up; an embedded one stops when its last living user has closed. */
  close(): Promise<void>;
};

/** Opens the server. @throws ClusterError with a sentence saying what to do. */
export async function openCluster({ dataDir, log = () => {}, databaseUrl }: ClusterOptions): Promise<Cluster> {
  const url = databaseUrl || process.env.DATABASE_URL;
  if (url) return openExternal(url);
  const { kind, ownerUrl, appUrl, close } = await openEmbedded({ dataDir, log });
  return { kind, ownerUrl, appUrl, close };
}
