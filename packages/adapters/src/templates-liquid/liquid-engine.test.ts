// The template engine: what users may write, what is refused and where, and what can never happen.
import { MERGE_FIELDS } from '@quittance/core/letters';
import { describe, expect, it } from 'vitest';
import { createTemplateEngine } from './liquid-engine.ts';

const engine = createTemplateEngine();
const fields = {
  company: { name: 'Atelier Vauban', phone: null },
  total: '1 200,00 €',
  invoice_count: 2,
  invoices: [{ number: 'F-1' }, { number: 'F-2' }],
};
const known = MERGE_FIELDS.map((field) => field.name);

describe('a template', () => {
  it.each([
    ['{{ company.name }} : {{ total }}', 'Atelier Vauban : 1 200,00 €'],
    ['{% for i in invoices %}{{ i.number }};{% endfor %}', 'F-1;F-2;'],
    ['{% if company.phone %}appelez{% else %}écrivez{% endif %}', 'écrivez'],
    ['{{ invoice_count | plural: "facture", "factures" }}', 'factures'],
    ['{{ 1 | plural: "facture", "factures" }}, {{ 0 | plural: "item", "items", "en" }}', 'facture, items'],
    ['a <b> & "c"', 'a <b> & "c"'],
  ])('renders %s', (source, text) => {
    expect(engine.render(source, fields)).toEqual({ ok: true, value: text });
  });

  it.each<[source: string, code: string, line: number, column: number, seen: string]>([
    ['Bonjour\n{{ compny.name }}', 'unknown_field', 2, 4, 'compny'],
    ['Bonjour {{ company.nme }}', 'unknown_field', 1, 12, 'company.nme'],
    ['a\n\n {{ total | upcas }}', 'unknown_filter', 3, 2, 'upcas'],
    ['{% if total %}', 'template_syntax', 1, 1, 'if total'],
    ['x {{ total', 'template_syntax', 1, 3, '{{ total'],
    ['{% includ "a" %}', 'template_syntax', 1, 1, 'includ'],
    ['{% if %}a{% endif %}', 'template_syntax', 1, 6, ''],
  ])('with a fault is refused with its place: %s', (source, code, line, column, seen) => {
    const refused = engine.render(source, fields);
    expect(refused).toMatchObject({ ok: false, refusal: { code, line, column } });
    if (!refused.ok && seen) expect(refused.refusal.seen).toContain(seen);
  });

  it('longer than 20,000 characters is refused', () => {
    expect(engine.render('x'.repeat(20_001), fields)).toMatchObject({ ok: false, refusal: { code: 'too_long' } });
  });

  it.each([
    '{% for i in (1..100000000) %}x{% endfor %}',
    '{% for i in (1..3000) %}{% for j in (1..3000) %}x{% endfor %}{% endfor %}',
    '{% assign s = "aaaaaaaaaa" %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}{{ s }}',
  ])('that would take too long is stopped: %s', (source) => {
    expect(engine.render(source, fields)).toMatchObject({ ok: false, refusal: { code: 'too_expensive' } });
  });

  it.each([
    '{% include "/etc/passwd" %}',
    '{% render "/etc/passwd" %}',
    '{% layout "x" %}',
    '{{ "now" | date: "%s" }}',
    '{{ invoices | sample }}',
    '{{ company.constructor.name }}',
    '{{ company.__proto__ }}',
    '{{ invoices | where_exp: "i", "i.number == 1" }}',
  ])('reads no file, no clock, no chance and no JavaScript: %s', (source) => {
    expect(engine.render(source, fields).ok).toBe(false);
  });

  it('never evaluates what the data says', () => {
    const hostile = { company: { name: '{{ total }}{% raw %}' } };
    expect(engine.render('{{ company.name }}', hostile)).toEqual({ ok: true, value: '{{ total }}{% raw %}' });
  });
});

describe('inspection', () => {
  it('lists the fields used, locals left out', () => {
    const source = '{{ company.name }}{% for i in invoices %}{{ i.number }}{% endfor %}{% assign x = total %}{{ x }}';
    expect(engine.inspect(source, known)).toEqual({ ok: true, value: ['company.name', 'invoices', 'total'] });
  });

  it('finds an unknown field even where a rendering would not pass', () => {
    const refused = engine.inspect('{% if company.phone %}\n{{ deadlin }}{% endif %}', known);
    expect(refused).toMatchObject({ ok: false, refusal: [{ code: 'unknown_field', line: 2, seen: 'deadlin' }] });
  });

  const faultsOf = (source: string) => {
    const refused = engine.inspect(source, known);
    return refused.ok ? [] : refused.refusal.map(({ code, line, column, seen }) => [line, column, code, seen]);
  };

  it('tells every fault, in the order of the text', () => {
    const source = [
      'Bonjour {{ compny.name }},',
      '{{ total | upcas }} et {{ total }}',
      '{% includ "a" %}',
      '{% if total %}{{ deadlin }}{% endif %}',
      'x {{ total',
      'y {{ customer.nme }}',
    ].join('\n');
    expect(faultsOf(source)).toEqual([
      [1, 12, 'unknown_field', 'compny.name'],
      [2, 1, 'unknown_filter', 'upcas'],
      [3, 1, 'template_syntax', 'includ'],
      [4, 18, 'unknown_field', 'deadlin'],
      [5, 3, 'template_syntax', '{{ total'],
      [6, 6, 'unknown_field', 'customer.nme'],
    ]);
  });

  it.each<[source: string, places: readonly (readonly [line: number, column: number])[]]>([
    ['{% if %}a{% else %}b{% endif %}', [[1, 6]]],
    ['{% fr i in invoices %}{{ i.number }}{% endfor %}', [[1, 1]]],
    ['{% for i in %}{{ i.number }}{% endfor %}', [[1, 1]]],
    ['{% if total %}a{% endfi %}', [[1, 16]]],
    [
      '{% endif %}\n{% endfor %}',
      [
        [1, 1],
        [2, 1],
      ],
    ],
    [
      '{% if total %}\n{% for i in invoices %}x',
      [
        [1, 1],
        [2, 1],
      ],
    ],
  ])('does not tell the echo of a fault as another: %s', (source, places) => {
    expect(faultsOf(source).map(([line, column]) => [line, column])).toEqual(places);
  });

  it.each<[source: string, places: readonly (readonly [line: number, column: number])[]]>([
    ['{{ total {{ total }}', [[1, 1]]],
    [
      '{{ total\n\n{{ total }}\n{% if total',
      [
        [1, 1],
        [4, 1],
      ],
    ],
    ['{{ total | append: "{{" }}\n{{ nope', [[2, 1]]],
  ])('finds what was never closed where it was opened: %s', (source, places) => {
    expect(faultsOf(source).map(([line, column]) => [line, column])).toEqual(places);
  });

  it('of a text full of faults tells the first twenty', () => {
    expect(faultsOf('{{ nope }}\n'.repeat(50))).toHaveLength(20);
    expect(faultsOf('{% nope %}\n'.repeat(50))).toHaveLength(20);
  });

  it.each(['{', '{{', '{%', '{{}}', '{% %}', '{%%}{{', '}}', '{{ a | }} {% if', '{%-', '\n{{\n{%'])(
    'ends on %j',
    (source) => {
      expect(() => engine.inspect(source, known)).not.toThrow();
    },
  );

  it.each(['{{ invoices.size }}', '{{ invoices[0].number }}', '{{ invoices.first.number }}'])('knows %s', (source) => {
    expect(engine.inspect(source, known).ok).toBe(true);
  });
});
