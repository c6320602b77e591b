// Share bar: how a whole is cut, as one bar whose parts differ by pattern and are named under it, each leading to what makes it up.
import './words.ts';
import './chart.css';
import { useLanguage } from '@quittance/ui/language';
import { formatPercent } from '@quittance/ui/values';
import { type ReactNode, useId } from 'react';

/** One part; `link` draws its name and amount as a way to what makes it up. */
export type Share = Readonly<{
  key: string;
  name: string;
  cents: number;
  text: string;
  link: (children: ReactNode) => ReactNode;
}>;

const WIDTH = 1000;
const HEIGHT = 34;
const SIZES = [0, 14, 10, 7, 5, 4, 3, 3, 3, 3] as const;

/** Later parts are hatched more closely. Parts below zero or empty take no room, and keep their name. */
export function ShareBar({ title, shares }: Readonly<{ title: string; shares: readonly Share[] }>) {
  const id = useId();
  const language = useLanguage();
  const whole = Math.max(
    1,
    shares.reduce((sum, { cents }) => sum + Math.max(0, cents), 0),
  );
  let from = 0;
  const parts = shares.map((share, index) => {
    const width = (Math.max(0, share.cents) / whole) * WIDTH;
    const part = { ...share, x: from, width, index };
    from += width;
    return part;
  });
  return (
    <div className="q-share">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={title}>
        <defs>
          {parts.map(({ key, index }) => {
            const size = SIZES[Math.min(index, SIZES.length - 1)] ?? 0;
            return size === 0 ? null : (
              <pattern
                key={key}
                id={`${id}-${index}`}
                width={size}
                height={size}
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width={size} height={size} className="q-chart-late" />
                <rect width={Math.max(1, size / 3)} height={size} className="q-chart-late-line" />
              </pattern>
            );
          })}
        </defs>
        {parts.map(({ key, x, width, index }) => (
          <rect
            key={key}
            className="q-share-part"
            x={x}
            y={0}
            width={width}
            height={HEIGHT}
            style={index > 0 ? { fill: `url(#${id}-${index})` } : undefined}
          />
        ))}
      </svg>
      <ul>
        {parts.map((part) => (
          <li key={part.key}>
            {part.link(
              <>
                <span>{part.name}</span>
                <b>{part.text}</b>
                <span>{formatPercent(Math.max(0, part.cents) / whole, language)}</span>
              </>,
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
