// A house for tests of the command line: a data folder whose PostgreSQL stays open, so that each command joins a server that runs.
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '@quittance/db/cluster';
import { copyFolder, runFolder } from '@quittance/testkit/database';
import { makeDataFolder, type Ran, runCli } from './run-cli.ts';

const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '32MB' };

/** Opens it, empty or as a copy of another's closed folder; the command has to be compiled. */
export async function openCliHouse(copied?: string) {
  const compiled = fileURLToPath(new URL('../dist/main.js', import.meta.url));
  if (!existsSync(compiled)) throw new Error('the command is not compiled: npm run build');
  const folder = await makeDataFolder();
  const { path } = folder;
  if (copied !== undefined) copyFolder(copied, path);
  const cluster = await openEmbedded({ dataDir: path, settings: FAST });
  const quittance = (...words: string[]): Promise<Ran> => runCli(path, words);
  return {
    path,
    quittance,
    /** Runs with --json; the whole of stdout is one document. */
    json: async <T>(...words: string[]): Promise<T> => {
      const { code, stdout, stderr } = await quittance(...words, '--json');
      if (code !== 0) throw new Error(`${words.join(' ')} left with ${code}: ${stderr}`);
      return JSON.parse(stdout) as T;
    },
    /** A file of its own, from lines or bytes; its path. */
    file: async (name: string, content: readonly string[] | Buffer): Promise<string> => {
      const place = join(path, name);
      await writeFile(place, Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`);
      return place;
    },
    close: async (): Promise<void> => {
      await cluster.close();
      await folder.remove();
    },
  };
}

export type CliHouse = Awaited<ReturnType<typeof openCliHouse>>;

/** The first company: its words, and what its first user signs in with. */
export const DELORME = {
  words: ['init', '--company', 'Menuiserie Delorme', '--email', 'anne@delorme.example', '--password-stdin', '--json'],
  password: 'quatre mots sans suite',
} as const;

/** The closed folder of a house with the first company, made by the first file of a run that asks. */
async function companyFolder(): Promise<string> {
  const place = join(runFolder(), 'cli house');
  if (existsSync(place)) return place;
  const draft = await mkdtemp(`${place} `);
  await chmod(draft, 0o711);
  const cluster = await openEmbedded({ dataDir: draft, settings: FAST });
  const made = await runCli(draft, DELORME.words, `${DELORME.password}\n`);
  await cluster.close();
  if (made.code !== 0) throw new Error(`init left with ${made.code}: ${made.stderr}`);
  // Another file may have been faster: then its folder serves both.
  await rename(draft, place).catch((error: Error) => {
    if (!existsSync(place)) throw error;
    return rm(draft, { recursive: true });
  });
  return place;
}

/** Opens a house in which `init` has made the first company. */
export const openCompanyHouse = async (): Promise<CliHouse> => openCliHouse(await companyFolder());

const FEC_HEADER =
  'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise';
/** Books of one invoice of 1,200.00, of which 500.00 is paid. */
export const FEC = [
  FEC_HEADER,
  'VT|Ventes|1|20260115|411000|Clients|C10|Atelier Ponsard|FA1|20260115|Facture FA1|1200,00|0,00|||20260115||',
  'VT|Ventes|1|20260115|707000|Ventes|||FA1|20260115|Facture FA1|0,00|1000,00|||20260115||',
  'VT|Ventes|1|20260115|445710|TVA|||FA1|20260115|Facture FA1|0,00|200,00|||20260115||',
  'BQ|Banque|2|20260210|512000|Banque|||R1|20260210|Virement|500,00|0,00|||20260210||',
  'BQ|Banque|2|20260210|411000|Clients|C10|Atelier Ponsard|R1|20260210|Virement|0,00|500,00|||20260210||',
];

/** Opens a house with the first company and a second one, called Seconde, with these books. */
export async function openHouseWithBooks(): Promise<CliHouse> {
  const house = await openCompanyHouse();
  await house.json('init', '--company', 'Seconde', '--org', 'menuiserie-delorme');
  const path = await house.file('123456789FEC20261231.txt', FEC);
  await house.json('import', 'fec', path, '--on', '2026-12-31', '--company', 'seconde');
  return house;
}
