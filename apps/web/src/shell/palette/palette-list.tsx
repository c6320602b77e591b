// Palette list: the items under their groups; the chosen one is kept in sight.
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/index.ts';
import { GROUPS, type Item } from './item.ts';

const ICON = 17;

/** Beginning of the ids of options; their place follows. */
export const OPTION_ID = 'q-palette-option-';

type ListProps = Readonly<{
  id: string;
  items: readonly Item[];
  chosen: number;
  onPoint: (at: number) => void;
  onChoose: (item: Item) => void;
}>;

function Option({ item, at, list }: Readonly<{ item: Item; at: number; list: ListProps }>) {
  const { icon: Icon, label, detail, figure } = item;
  const isChosen = at === list.chosen;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the line above takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the line, which names the active option
    <div
      ref={box}
      id={`${OPTION_ID}${at}`}
      role="option"
      aria-selected={isChosen}
      className="q-palette-item"
      onMouseMove={() => list.onPoint(at)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => list.onChoose(item)}
    >
      <Icon size={ICON} aria-hidden />
      <span className="q-palette-text">
        <span className="q-palette-label">{label}</span>
        {detail && <span className="q-palette-detail">{detail}</span>}
      </span>
      {figure && <span className="q-palette-figure">{figure}</span>}
    </div>
  );
}

/** The list that the line controls. */
export function PaletteList(props: ListProps) {
  const { t } = useWords('palette');
  const { id, items } = props;
  const groups = GROUPS.filter((group) => items.some((item) => item.group === group));
  return (
    <div id={id} role="listbox" aria-label={t('results')} className="q-palette-scroll">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: groups of options are divisions of a listbox
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <div id={`${id}-${group}`} className="q-palette-group" role="presentation">
            {t(`group.${group}`)}
          </div>
          {items.map((item, at) =>
            item.group === group ? <Option key={item.id} item={item} at={at} list={props} /> : null,
          )}
        </div>
      ))}
    </div>
  );
}
