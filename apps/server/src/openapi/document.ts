// OpenAPI document: version 3.1, made from the contracts alone, so that it cannot drift from what the server does.
import type { NamedRoute } from '@quittance/contracts/api';
import { DOOR_REFUSALS, problem, type RefusalCode } from '@quittance/contracts/refusals';
import { isFile, isUpload, type Route } from '@quittance/contracts/route';
import { z } from 'zod';
import { REFUSAL_STATUS } from '../problems/index.ts';

type Json = { [key: string]: unknown };

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io }) as Json;
  return rest;
};

const parametersOf = (route: Route): Json[] => {
  const listed = (where: 'path' | 'query', shape: z.ZodObject | undefined): Json[] => {
    if (shape === undefined) return [];
    const { properties = {}, required = [] } = schemaOf(shape, 'input') as { properties?: Json; required?: string[] };
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema,
    }));
  };
  return [...listed('path', route.params), ...listed('query', route.query)];
};

const FILE_FORM: Json = {
  type: 'object',
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  required: ['file'],
};

const bodyOf = ({ body }: Route): Json => {
  if (body === undefined) return {};
  const content = isUpload(body)
    ? { 'multipart/form-data': { schema: FILE_FORM } }
    : { 'application/json': { schema: schemaOf(body, 'input') } };
  return { requestBody: { required: true, content } };
};

const contentOf = ({ output }: Route): Json =>
  isFile(output)
    ? Object.fromEntries(
        output.mediaTypes.map((type) => [type, { schema: { type: 'string', contentEncoding: 'binary' } }]),
      )
    : { 'application/json': { schema: schemaOf(output, 'output') } };

const doorRefusals = (route: Route): RefusalCode[] => {
  if (route.permission === 'public') return ['invalid_request', 'internal_error'];
  return [
    'not_signed_in',
    'invalid_request',
    'not_found',
    'internal_error',
    ...(route.permission === 'signed_in' ? [] : (['forbidden'] as const)),
  ];
};

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const refusalsOf = (route: Route): Json => {
  const responses: Record<string, { description: string; content: Json }> = {};
  for (const code of [...doorRefusals(route), ...route.refusals]) {
    const status = REFUSAL_STATUS[code];
    const said = responses[status]?.description;
    responses[status] = { description: said ? `${said}, ${code}` : code, content: PROBLEM };
  }
  return responses;
};

const operationOf = ({ name, resource, route }: NamedRoute): Json => ({
  operationId: name,
  tags: [resource],
  summary: route.summary,
  'x-permission': route.permission,
  security: route.permission === 'public' ? [] : [{ session: [] }],
  parameters: parametersOf(route),
  ...bodyOf(route),
  responses: { [route.status ?? 200]: { description: 'Done.', content: contentOf(route) }, ...refusalsOf(route) },
});

/** The document of these routes. */
export function openApiDocument(routes: readonly NamedRoute[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const named of routes) {
    const path = named.route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [named.route.method.toLowerCase()]: operationOf(named) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Quittance',
      version,
      description: `Amounts are whole cents, days are YYYY-MM-DD. Any route may also answer: ${DOOR_REFUSALS.join(', ')}. Calls that change something carry the header x-quittance: 1.`,
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'quittance.session_token' } },
    },
  };
}
