// Front door: a real database for a test file. Vitest's global-setup.ts beside it starts the server.
export { copyFolder } from './copy-folder.ts';
export { runFolder, type TestDatabase, testDatabase } from './test-database.ts';
