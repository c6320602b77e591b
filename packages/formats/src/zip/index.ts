// Front door of zip files: the container of workbooks, and archives of files to import.
export { type Archive, openArchive } from './archive.ts';
export { allBytes, ZipFile } from './zip-file.ts';
