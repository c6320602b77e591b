// Imports: upload a file, see what it is, try it dry, import it, follow it, read what could not be read.
import type { ImportId } from '@quittance/core/kernel';
import { z } from 'zod';
import { file, route, upload } from '../../route/index.ts';
import { idParam, pageKeys, pageOf } from '../../values/index.ts';
import {
  importChange,
  importJob,
  importKindValue,
  importReport,
  importTargetValue,
  mappingValue,
  rememberedMapping,
  rowErrorView,
  uploadView,
} from './import-views.ts';

const GIGABYTE = 1024 ** 3;
const params = z.strictObject({ importId: idParam<ImportId>() });
const jobParams = z.strictObject({ jobId: idParam() });
const uploadParams = z.strictObject({ uploadId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/) });

export const imports = {
  upload: route({
    method: 'POST',
    path: '/api/v1/imports/uploads',
    permission: 'import.write',
    summary: 'Send a file; it is kept aside and recognised, nothing is imported yet.',
    body: upload(2 * GIGABYTE),
    output: uploadView,
    status: 201,
    refusals: ['file_refused'],
  }),
  inspect: route({
    method: 'GET',
    path: '/api/v1/imports/uploads/:uploadId',
    permission: 'import.write',
    summary: 'Look at an uploaded file again, as another kind or sheet if said.',
    params: uploadParams,
    query: z.strictObject({
      kind: importKindValue.optional(),
      target: importTargetValue.optional(),
      sheet: z.string().max(100).optional(),
    }),
    output: uploadView,
    refusals: ['upload_unknown', 'file_refused'],
  }),
  start: route({
    method: 'POST',
    path: '/api/v1/imports',
    permission: 'import.write',
    summary: 'Import an uploaded file, or try it dry; goes on in the background.',
    body: z.strictObject({
      uploadId: uploadParams.shape.uploadId,
      kind: importKindValue,
      target: importTargetValue.optional(),
      sheet: z.string().max(100).optional(),
      mapping: mappingValue.optional(),
      /** Account of a bank file that names none: IBAN, number, name, or `id:N`. */
      account: z.string().max(100).optional(),
      dryRun: z.boolean().default(false),
      /** All or nothing: one unreadable row refuses the file. */
      strict: z.boolean().default(false),
      /** The reader says that a FEC named after another company is this one's. */
      otherCompany: z.boolean().default(false),
    }),
    output: importJob,
    status: 202,
    refusals: ['upload_unknown', 'file_kind_unknown', 'mapping_incomplete', 'import_running', 'other_company'],
  }),
  running: route({
    method: 'GET',
    path: '/api/v1/imports/jobs',
    permission: 'import.read',
    summary: 'Imports of the company that wait or are at work; dry runs are left out.',
    output: z.strictObject({ items: z.array(z.strictObject({ ...importJob.shape, fileName: z.string() })) }),
    refusals: [],
  }),
  mappings: route({
    method: 'GET',
    path: '/api/v1/imports/mappings',
    permission: 'import.read',
    summary: 'Columns remembered, by layout of file.',
    output: z.strictObject({ items: z.array(rememberedMapping) }),
    refusals: [],
  }),
  forgetMapping: route({
    method: 'POST',
    path: '/api/v1/imports/mappings/forget',
    permission: 'import.write',
    summary: 'Forget the columns remembered for a layout; the next such file is guessed anew.',
    body: z.strictObject({ target: importTargetValue, headers: z.string().max(20_000) }),
    output: z.strictObject({ items: z.array(rememberedMapping) }),
    refusals: [],
  }),
  changes: route({
    method: 'GET',
    path: '/api/v1/imports/:importId/changes',
    permission: 'import.read',
    summary: 'The first things an import brought or undid, of each kind.',
    params,
    output: z.strictObject({ items: z.array(importChange) }),
    refusals: [],
  }),
  job: route({
    method: 'GET',
    path: '/api/v1/imports/jobs/:jobId',
    permission: 'import.read',
    summary: 'Progress of an import or dry run, and its report when done.',
    params: jobParams,
    output: importJob,
    refusals: [],
  }),
  jobErrorsFile: route({
    method: 'GET',
    path: '/api/v1/imports/jobs/:jobId/errors.csv',
    permission: 'import.read',
    summary: 'Rows an import or dry run could not read, as a CSV file.',
    params: jobParams,
    output: file('text/csv'),
    refusals: [],
  }),
  list: route({
    method: 'GET',
    path: '/api/v1/imports',
    permission: 'import.read',
    summary: 'Imports, newest first.',
    query: z.strictObject(pageKeys),
    output: z.strictObject(pageOf(importReport)),
    refusals: [],
  }),
  get: route({
    method: 'GET',
    path: '/api/v1/imports/:importId',
    permission: 'import.read',
    summary: 'One import: what it created, updated and could not read.',
    params,
    output: importReport,
    refusals: [],
  }),
  errors: route({
    method: 'GET',
    path: '/api/v1/imports/:importId/errors',
    permission: 'import.read',
    summary: 'Rows that could not be read, in file order.',
    params,
    query: z.strictObject(pageKeys),
    output: z.strictObject(pageOf(rowErrorView)),
    refusals: [],
  }),
  errorsFile: route({
    method: 'GET',
    path: '/api/v1/imports/:importId/errors.csv',
    permission: 'import.read',
    summary: 'The same rows as a CSV file.',
    params,
    output: file('text/csv'),
    refusals: [],
  }),
};
