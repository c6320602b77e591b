// The environment the server's programs run in: fixed language and time zone, nothing inherited that would steer them.

/** Our environment without PostgreSQL's own variables (PGDATA, PGPORT, …), messages in English, times in UTC. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
