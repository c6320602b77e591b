// Elements of an ISO 20022 message as small trees: an entry is collected whole, mapped, and let go.

/** An element without its prefix. */
export type Element = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: readonly Element[];
}>;

/** The first element down a path such as `Acct/Id/IBAN`. */
export function at(element: Element | null | undefined, path: string): Element | null {
  let here = element ?? null;
  for (const name of path.split('/')) here = here?.children.find((child) => child.name === name) ?? null;
  return here;
}

/** Every element down a path; each step may have several. */
export function all(element: Element, path: string): Element[] {
  let here = [element];
  for (const name of path.split('/'))
    here = here.flatMap(({ children }) => children.filter((child) => child.name === name));
  return here;
}

/** The text of the first of several paths that holds one. */
export function textAt(element: Element | null | undefined, ...paths: string[]): string | null {
  for (const path of paths) {
    const text = at(element, path)?.text.trim();
    if (text) return text;
  }
  return null;
}
