// Code area: a text with its line numbers; the line at fault is marked in the gutter and the place in the line.
import { type Ref, useId } from 'react';
import { useWords } from '../../../i18n/index.ts';

/** A place in the text, both from 1. */
export type Fault = Readonly<{ line: number; column: number }>;

function MirrorLine({ text, fault }: Readonly<{ text: string; fault: Fault | undefined }>) {
  if (!fault) return <div className="q-code-line">{text || '\u200b'}</div>;
  const at = fault.column - 1;
  return (
    <div className="q-code-line" data-fault>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + 1) || ' '}</mark>
      {text.slice(at + 1)}
    </div>
  );
}

/** The lines are drawn behind the text, so that numbers stay beside long lines that wrap. */
export function CodeArea({
  label,
  value,
  language,
  faults,
  isReadOnly,
  area,
  describedBy,
  onChange,
}: Readonly<{
  label: string;
  value: string;
  language: string;
  faults: readonly Fault[];
  isReadOnly: boolean;
  area: Ref<HTMLTextAreaElement>;
  describedBy: string;
  onChange: (value: string) => void;
}>) {
  const { t } = useWords('templates');
  const id = useId();
  const lines = value.split('\n');
  return (
    <div>
      <label className="q-code-label" htmlFor={id}>
        {label}
      </label>
      <div className="q-code-area">
        <div className="q-code-mirror" aria-hidden>
          {lines.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <MirrorLine key={index} text={text} fault={faults.find(({ line }) => line === index + 1)} />
          ))}
        </div>
        <textarea
          id={id}
          ref={area}
          value={value}
          lang={language}
          readOnly={isReadOnly}
          spellCheck
          aria-invalid={faults.length > 0}
          aria-describedby={describedBy}
          title={isReadOnly ? t('readOnly') : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
