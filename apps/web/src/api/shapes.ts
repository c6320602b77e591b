// Shapes in the browser: stands for zod in the pages' build. Contracts are read for addresses and choices; the server checks values.

type Shape = { readonly [key: string]: unknown };

/** Any field of a shape is a shape again, whatever it is called. */
const fields: Shape = new Proxy(
  {},
  { get: (_, key) => (typeof key === 'string' ? shapeOf() : undefined), ownKeys: () => [] },
);

/** A shape that takes every refinement and remembers nothing but its choices. */
function shapeOf(options: readonly unknown[] = []): Shape {
  const made: Shape = new Proxy(
    {},
    {
      get: (_, key) => {
        if (key === 'options') return options;
        if (key === 'shape') return fields;
        return typeof key === 'string' && key !== 'then' ? () => made : undefined;
      },
    },
  );
  return made;
}

/** What `zod` exports under this name: makers of shapes, `coerce` and `iso` included. */
export const z: unknown = new Proxy(
  {},
  {
    get: (_, key) => {
      if (key === 'coerce' || key === 'iso') return z;
      return (choices: readonly unknown[]) => shapeOf(key === 'enum' ? choices : []);
    },
  },
);
