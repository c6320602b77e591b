// Response schema: a contract's output as the JSON schema that Fastify compiles into a fast serializer. Keys that the contract
// does not name never leave; a missing one is a bug and answers 500.
import { z } from 'zod';

type Schema = { [key: string]: unknown };

// Checks are the reader's business: the serializer only needs shapes, and is several times faster without them.
const CHECKS = [
  '$schema',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'minLength',
  'maxLength',
  'multipleOf',
  'propertyNames',
  'enum',
  'const',
];

const isNull = (schema: Schema): boolean => schema.type === 'null';

// `anyOf [X, null]` would be decided by a validator for each value; `nullable` is decided at once.
const withoutNullUnion = (schema: Schema): Schema => {
  const choices = schema.anyOf;
  if (!Array.isArray(choices)) return schema;
  const others = choices.filter((choice: Schema) => !isNull(choice)) as Schema[];
  return others.length === 1 && others.length < choices.length ? { ...others[0], nullable: true } : schema;
};

const simplify = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(simplify);
  if (typeof value !== 'object' || value === null) return value;
  const { properties, ...rest } = value as Schema;
  const kept = Object.entries(rest).filter(([key]) => !CHECKS.includes(key));
  const schema = Object.fromEntries(kept.map(([key, inner]) => [key, key === 'required' ? inner : simplify(inner)]));
  const shape = properties as Schema | undefined;
  if (shape)
    schema.properties = Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, simplify(inner)]));
  return withoutNullUnion(schema);
};

/** The serializer's schema of an output. */
export const responseSchema = (output: z.ZodType): object =>
  simplify(z.toJSONSchema(output, { target: 'draft-7', io: 'output', reused: 'inline' })) as object;
