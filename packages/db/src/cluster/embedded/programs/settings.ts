// Server settings of the embedded PostgreSQL, given on its command line so that they follow the program's version.

import { statfsSync } from 'node:fs';

/** PostgreSQL setting names and values. */
export type ServerSettings = Readonly<Record<string, string | number>>;

const TUNED: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 80,
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  random_page_cost: 1.1,
  jit: 'off',
  wal_compression: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The server's own log tells about the server; failed statements are the application's to report, without personal data.
  log_min_messages: 'log',
  log_checkpoints: 'off',
};

const ENOUGH_SHARED_MEMORY = 512 * 1024 * 1024;

// Containers often get 64 MB of /dev/shm: parallel queries would fail there, so their memory comes from files instead.
function sharedMemory(): ServerSettings {
  if (process.platform !== 'linux') return {};
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks < ENOUGH_SHARED_MEMORY ? { dynamic_shared_memory_type: 'mmap' } : {};
  } catch {
    return { dynamic_shared_memory_type: 'mmap' };
  }
}

/** `-c name=value` arguments; `settings` win over the tuned ones. */
export const settingArguments = (settings: ServerSettings): string[] =>
  Object.entries({ ...TUNED, ...sharedMemory(), ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
